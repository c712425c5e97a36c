package com.configcat.management.it.tasks;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.TransportException;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.Flags;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditTest {
  private static final String PATCH =
      "PATCH /v2/environments/{environmentId}/settings/{settingId}/value";
  private static final int STEPS = 2;

  /** Touches a rule from within, adds one, and sets the default. */
  private static final UnaryOperator<EditableFormula> CHANGE =
      formula ->
          formula
              .defaultValue(true)
              .moveRule(0, 1)
              .insertRule(1, TargetingRule.when(userAttribute("Plan").isOneOf("gold")).serve(true));

  private Scene scene = Scene.withAttempts(1);

  @AfterEach
  void stop() {
    scene.close();
  }

  private EditResult edit(UnaryOperator<EditableFormula> change) {
    return flag().edit(change);
  }

  private Flag flag() {
    return scene.client.flag(scene.test.id(), scene.flag.id());
  }

  private JsonObject served() {
    return scene.flag.served(scene.test);
  }

  static Stream<Arguments> troubles() {
    return IntStream.rangeClosed(1, STEPS)
        .boxed()
        .flatMap(
            step ->
                Stream.of(FaultKind.values())
                    .flatMap(
                        kind ->
                            Stream.of(1, 2)
                                .filter(attempts -> attempts == 1 || step == 1)
                                .map(attempts -> Arguments.of(step, kind, attempts))));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void keepsItsPromisesWhateverGoesWrong(int step, FaultKind kind, int attempts) {
    scene.fake.plantUnknownMembers();
    JsonObject before = served();
    edit(CHANGE);
    JsonObject wanted = served();
    assertThat(scene.fake.requests()).hasSize(STEPS);
    scene.close();
    scene = Scene.withAttempts(attempts);
    scene.fake.plantUnknownMembers();
    kind.at(step, scene);

    ConfigCatException failure = (ConfigCatException) catchThrowable(() -> edit(CHANGE));

    boolean writer = kind.hasConcurrentWriter() && scene.fake.faults().waiting() == 0;
    assertThat(scene.applied()).as("applied").isLessThanOrEqualTo(1);
    if (writer) {
      before.addProperty("percentageEvaluationAttribute", "Somebody");
      wanted.addProperty("percentageEvaluationAttribute", "Somebody");
    }
    assertThat(served()).isEqualTo(scene.applied() == 1 ? wanted : before);
    assertThat(scene.fake.lostUnknownMembers()).isEmpty();
    assertThat(failure == null || failure.requestMayHaveBeenApplied() || scene.applied() == 0)
        .as("%s tells the truth", failure)
        .isTrue();
    assertThat(failure != null || scene.applied() == 1).as("success is one").isTrue();
    boolean unseen = kind == FaultKind.CLOSED_AFTER_TWICE || kind.name().contains("THEN");
    if (step == STEPS && !unseen) {
      assertThat(failure).as("it finds out, and goes on").isNull();
    }
  }

  @Test
  void changesTheRulesThatAreThereAndNoOthers() {
    scene.fake.plantUnknownMembers();
    scene.fake.serveUnknownMembers();

    EditResult edited = edit(formula -> formula.moveRule(1, 0).defaultValue(true));

    assertThat(edited.changed()).isTrue();
    assertThat(edited.value().asV2().getTargetingRules()).hasSize(2);
    assertThat(edited.value().asV2().getDefaultValue().getBoolValue()).isTrue();
    assertThat(scene.fake.lostUnknownMembers()).isEmpty();
  }

  @Test
  void sendsNothingWhereNothingDiffers() {
    EditResult edited = edit(formula -> formula.defaultValue(false).moveRule(0, 0));

    assertThat(edited.changed()).isFalse();
    assertThat(edited.value().asV2().getTargetingRules()).hasSize(2);
    assertThat(scene.fake.requests()).hasSize(1);
  }

  @Test
  void findsOutThatAnAnswerWithMoreMembersIsItsOwn() {
    scene.fake.serveUnknownMembers();
    scene.fake.faults().at(1, PATCH, Fault.closeAfter());

    assertThat(edit(CHANGE).changed()).isTrue();
    assertThat(scene.applied()).isEqualTo(1);
  }

  @Test
  void givesUpWhereOthersAreQuickerEachTime() {
    scene.fake.faults().always(PATCH, Fault.between(scene.concurrentWrite()));

    assertThatThrownBy(() -> edit(CHANGE))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.requestMayHaveBeenApplied()).isFalse());
    assertThat(scene.fake.requests()).hasSize(10);
    assertThat(scene.applied()).isZero();
  }

  @Test
  void givesUpWhereNoPatchArrives() {
    scene.fake.faults().always(PATCH, Fault.closeBefore());

    assertThatThrownBy(() -> edit(CHANGE))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestMayHaveBeenApplied()).isTrue());
    assertThat(scene.fake.requests().stream().map(ReceivedRequest::operation).filter(PATCH::equals))
        .hasSize(3);
  }

  @Test
  void leavesTheFlagToSomebodyElseAfterALostAnswer() {
    scene.fake.faults().at(2, Fault.closeAfter()).at(3, Fault.between(scene.concurrentWrite()));

    assertThatThrownBy(() -> edit(CHANGE))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.requestMayHaveBeenApplied()).isTrue())
        .hasMessageContaining("somebody else has written since");
    assertThat(scene.applied()).isEqualTo(1);
  }

  @Test
  void doesNothingWhereTheChangeThrows() {
    assertThatThrownBy(
            () ->
                edit(
                    formula -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(scene.fake.requests()).hasSize(1);
  }

  @Test
  void asksForAReasonBeforeItWrites() {
    scene.test.reasonRequired();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit(CHANGE))
        .withMessageContaining("WriteOptions.because");
    flag().edit(CHANGE, WriteOptions.because("Ticket 42"));

    assertThat(scene.applied()).isEqualTo(1);
    assertThat(scene.fake.requests()).last().matches(r -> r.path().contains("reason=Ticket%2042"));
  }

  @Test
  void editsBySdkKeyAsWell() {
    scene.fake.plantUnknownMembers();

    EditResult edited =
        scene
            .client
            .flag(scene.key(), "flag")
            .edit(CHANGE, WriteOptions.because("x").bypassingApproval());

    assertThat(edited.value().asV2().getTargetingRules()).hasSize(3);
    assertThat(scene.fake.lostUnknownMembers()).isEmpty();
    assertThat(scene.fake.requests())
        .last()
        .matches(r -> r.path().contains("latestVersionId="))
        .matches(r -> r.path().contains("bypassApproval=true"));
    assertThat(scene.client.flag(scene.key(), "flag").edit(f -> f).changed()).isFalse();
  }

  @Test
  void setsTheDefaultAndRefusesTheWrongType() {
    List<JsonObject> rules = List.of(served());

    assertThat(flag().setDefault(SettingValue.of(true)).changed()).isTrue();
    assertThat(served().get("targetingRules")).isEqualTo(rules.get(0).get("targetingRules"));
    assertThat(flag().getDefault(FlagType.BOOLEAN)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag().setDefault(SettingValue.of("on")))
        .withMessageContaining("boolean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag().getDefault(FlagType.STRING))
        .withMessageContaining("boolean");
    assertThat(scene.applied()).isEqualTo(1);
  }

  @Test
  void readsAFlagInAllEnvironments() {
    Flags flags = scene.client.flags();
    scene.flag.serve(scene.production, "{\"defaultValue\":{\"boolValue\":true}}");
    scene.fake.forgetRequests();

    assertThat(
            flags.defaultsInAllEnvironments(scene.product.id(), scene.flag.id(), FlagType.BOOLEAN))
        .hasSize(2)
        .satisfies(
            all ->
                assertThat(all.keySet().stream().map(EnvironmentModel::getName))
                    .containsExactly("Production", "Test"))
        .containsValues(true, false);
    assertThat(scene.fake.requests()).hasSize(3);
    assertThat(flags.inAllEnvironments(scene.product.id(), scene.flag.id()).values())
        .extracting(value -> value.asV2().getTargetingRules().size())
        .containsExactly(0, 2);
  }

  @Test
  void readsAV1FlagInAllEnvironmentsAsWell() {
    assertThat(
            scene
                .client
                .flags()
                .defaultsInAllEnvironments(
                    scene.product.id(), scene.oldFlag.id(), FlagType.BOOLEAN))
        .hasSize(2)
        .containsValue(false);
  }
}
