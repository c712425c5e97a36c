package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.error.ForbiddenException;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.Fault;
import com.configcat.management.flag.CopyPlan;
import com.configcat.management.flag.CopyResult;
import com.configcat.management.flag.FlagCopy;
import com.configcat.management.flag.FlagCopy.Outcome;
import com.configcat.management.flag.FlagDifference;
import com.configcat.management.flag.WriteOptions;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CopyTest {
  private static final String PATCH =
      "PATCH /v2/environments/{environmentId}/settings/{settingId}/value";

  /** One for each flag that differs. */
  private static final int STEPS = 2;

  private Scene scene;

  /** Whether somebody changes the first flag when it is copied already. */
  private boolean writerComesLate;

  @BeforeEach
  void start() {
    scene = Scene.withAttempts(1);
    scene.text.serve(
        scene.production,
        Scene.quoted(
            """
            {'defaultValue':{'stringValue':'blue','fromTheFuture':{'x':null,'y':[1.50]}},
             'targetingRules':[{'conditions':[{'userCondition':{'comparisonAttribute':'A',
               'comparator':'textEquals','comparisonValue':{'stringValue':'b'},'fromTheFutureNewer':7}}],
              'value':{'stringValue':'red'},'fromTheFutureNewest':true}]}
            """));
    scene.text.tag(scene.product.tag("web"));
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private CopyPlan compare() {
    return scene.client.flags().compare(scene.v2.id(), scene.production.id(), scene.test.id());
  }

  private JsonObject served(FakeFlag flag, FakeEnvironment environment) {
    return flag.served(environment);
  }

  private boolean isCopied(FakeFlag flag) {
    JsonObject there = served(flag, scene.test);
    JsonObject here = served(flag, scene.production);
    if (writerComesLate) {
      there.remove("percentageEvaluationAttribute");
      here.remove("percentageEvaluationAttribute");
    }
    return there.equals(here);
  }

  private static List<Outcome> outcomes(CopyResult result) {
    return result.flags().stream().map(FlagCopy::outcome).toList();
  }

  @Test
  void comparingShowsWhatDiffersAndWritesNothing() {
    CopyPlan plan = compare();

    assertThat(plan.differences()).extracting(FlagDifference::key).containsExactly("flag", "text");
    assertThat(plan.toString())
        .startsWith("Production -> Test: 2 flags differ\nflag (flag)\n")
        .contains("targetingRules[0] removed: {", "percentageEvaluationAttribute removed")
        .contains("defaultValue.stringValue", "\"blue\"");
    assertThat(scene.fake.requests()).hasSize(2).allMatch(r -> r.method().equals("GET"));
  }

  @Test
  void copyingCopiesWhatNobodyKnowsAndNothingElse() {
    JsonObject production = served(scene.text, scene.production);
    CopyResult result = compare().apply();

    assertThat(outcomes(result)).containsExactly(Outcome.COPIED, Outcome.COPIED);
    assertThat(result.isComplete()).isTrue();
    assertThat(result.left().differences()).isEmpty();
    assertThat(isCopied(scene.flag)).isTrue();
    assertThat(isCopied(scene.text)).isTrue();
    assertThat(served(scene.text, scene.production)).isEqualTo(production);
    assertThat(compare().differences()).isEmpty();
    assertThat(compare()).hasToString("Production -> Test: no difference");
    assertThat(compare().apply()).hasToString("Production -> Test: no difference");
  }

  @Test
  void copiesOnlyWhatIsChosen() {
    CopyResult result = compare().only(flag -> flag.key().equals("text")).apply();

    assertThat(result).hasToString("text: COPIED");
    assertThat(isCopied(scene.flag)).isFalse();
  }

  static Stream<Arguments> troubles() {
    return IntStream.rangeClosed(1, STEPS)
        .boxed()
        .flatMap(step -> Stream.of(FaultKind.values()).map(kind -> Arguments.of(step, kind)));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void keepsItsPromisesWhateverGoesWrong(int step, FaultKind kind) {
    Map<String, FakeFlag> flags = Map.of("flag", scene.flag, "text", scene.text);
    Map<String, JsonObject> before = new HashMap<>();
    flags.forEach((key, flag) -> before.put(key, served(flag, scene.test)));
    CopyPlan plan = compare();
    scene.fake.forgetRequests();
    kind.at(step, scene);

    CopyResult result = plan.apply();

    writerComesLate = kind.hasConcurrentWriter() && step == STEPS;
    if (kind.hasConcurrentWriter() && scene.fake.faults().waiting() == 0) {
      before.get("flag").addProperty("percentageEvaluationAttribute", "Somebody");
    }
    check(result, flags, before);
    scene.fake.faults().clear();
    CopyResult rest = result.left().apply();
    check(rest, flags, before);
    assertThat(rest.flags()).noneMatch(flag -> flag.outcome() == Outcome.FAILED);
    assertThat(scene.applied()).as("applied").isLessThanOrEqualTo(STEPS);
    assertThat(isCopied(scene.text)).isTrue();
    if (!kind.hasConcurrentWriter()) {
      assertThat(isCopied(scene.flag)).isTrue();
      assertThat(rest.isComplete()).isTrue();
    }
    assertThat(outcomes(plan.apply()))
        .as("what is done is not done again")
        .doesNotContain(Outcome.COPIED, Outcome.FAILED, Outcome.NOT_TRIED);
    assertThat(scene.applied()).isLessThanOrEqualTo(STEPS);
  }

  private void check(
      CopyResult result, Map<String, FakeFlag> flags, Map<String, JsonObject> before) {
    for (FlagCopy copy : result.flags()) {
      FakeFlag flag = flags.get(copy.flag().key());
      JsonObject now = served(flag, scene.test);
      JsonObject was = before.get(copy.flag().key());
      switch (copy.outcome()) {
        case COPIED, UNCHANGED -> assertThat(isCopied(flag)).as("%s", copy).isTrue();
        case NOT_TRIED -> assertThat(now).as("%s", copy).isEqualTo(was);
        case CONFLICT, FAILED -> {
          if (!copy.failure().requestMayHaveBeenApplied()) {
            assertThat(now).as("%s", copy).isEqualTo(was);
          }
        }
      }
    }
  }

  @Test
  void findsOutThatWhatWasToBeTakenAwayIsStillThere() {
    scene.same.serve(scene.test, Scene.quoted("{'defaultValue':{'boolValue':false,'newer':1}}"));
    CopyPlan plan = compare().only(flag -> flag.key().equals("same"));
    scene.fake.faults().at(1, PATCH, Fault.closeBefore());

    assertThat(outcomes(plan.apply())).containsExactly(Outcome.COPIED);

    assertThat(isCopied(scene.same)).isTrue();
  }

  @Test
  void doesNotTakeForItsOwnWhatLacksMembersThatNobodyKnows() {
    CopyPlan plan = compare().only(flag -> flag.key().equals("text"));
    JsonObject alike = served(scene.text, scene.production);
    alike.getAsJsonObject("defaultValue").remove("fromTheFuture");
    scene
        .fake
        .faults()
        .at(1, PATCH, Fault.closeBefore())
        .at(
            2,
            Fault.between(
                state ->
                    state.write(
                        scene.test.id(),
                        scene.text.id(),
                        row -> alike.asMap().forEach((name, value) -> row.add(name, value)))));

    assertThat(outcomes(plan.apply())).containsExactly(Outcome.CONFLICT);
  }

  @Test
  void leavesAloneWhatSomebodyElseChangedAndGoesOn() {
    CopyPlan plan = compare();
    scene.fake.change(scene.concurrentWrite());

    CopyResult result = plan.apply();

    assertThat(outcomes(result)).containsExactly(Outcome.CONFLICT, Outcome.COPIED);
    assertThat(result.isComplete()).isFalse();
    assertThat(result.left().differences()).isEmpty();
    assertThat(served(scene.flag, scene.test).get("percentageEvaluationAttribute").getAsString())
        .isEqualTo("Somebody");
    assertThat(served(scene.flag, scene.test).getAsJsonArray("targetingRules")).hasSize(2);
  }

  @Test
  void stopsWhereAllWouldFailAndGoesOnLater() {
    CopyPlan plan = compare();
    scene.fake.faults().at(1, PATCH, Fault.statusBefore(403));

    CopyResult result = plan.apply();

    assertThat(outcomes(result)).containsExactly(Outcome.FAILED, Outcome.NOT_TRIED);
    assertThat(result.with(Outcome.FAILED))
        .singleElement()
        .extracting(FlagCopy::failure)
        .isInstanceOf(ForbiddenException.class);
    assertThat(outcomes(result.left().apply())).containsExactly(Outcome.COPIED, Outcome.COPIED);
  }

  @Test
  void goesOnWhereTheServiceRefusesOne() {
    CopyPlan plan = compare();
    scene.fake.faults().at(1, PATCH, Fault.statusBefore(400));

    assertThat(outcomes(plan.apply())).containsExactly(Outcome.FAILED, Outcome.COPIED);
  }

  @Test
  void triesNothingWithAClosedClient() {
    CopyPlan plan = compare();
    scene.client.close();

    assertThat(outcomes(plan.apply())).containsExactly(Outcome.NOT_TRIED, Outcome.NOT_TRIED);
  }

  @Test
  void asksForAReasonBeforeItWrites() {
    scene.test.reasonRequired();
    CopyPlan plan = compare();

    assertThatIllegalArgumentException()
        .isThrownBy(plan::apply)
        .withMessageContaining("WriteOptions.because");
    assertThat(scene.applied()).isZero();
    assertThat(plan.apply(WriteOptions.because("release")).isComplete()).isTrue();
  }

  @Test
  void refusesOneEnvironment() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> scene.client.flags().compare(scene.v2.id(), scene.test.id(), scene.test.id()))
        .withMessageContaining("same");
    assertThat(scene.fake.requests()).isEmpty();
  }
}
