package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.error.ForbiddenException;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.Fault;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.BulkStatus;
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

  private static final String BULK =
      "POST /v2/configs/{configId}/environments/{environmentId}/values";

  /** One for each flag that differs: this client knows all members of only one of them. */
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

  private BulkPlan compare() {
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

  private static List<BulkStatus> outcomes(BulkResult result) {
    return result.outcomes().values().stream().map(BulkOutcome::status).toList();
  }

  @Test
  void comparingShowsWhatDiffersAndWritesNothing() {
    BulkPlan plan = compare();

    assertThat(plan.differences()).extracting(FlagDifference::key).containsExactly("flag", "text");
    assertThat(plan.toString())
        .startsWith("Production -> Test: 2 flags to change, with 2 requests\nflag (flag)\n")
        .contains("targetingRules[0] removed: {", "percentageEvaluationAttribute removed")
        .contains("defaultValue.stringValue", "\"blue\"");
    assertThat(scene.fake.requests()).hasSize(2).allMatch(r -> r.method().equals("GET"));
  }

  @Test
  void copyingCopiesWhatNobodyKnowsAndNothingElse() {
    JsonObject production = served(scene.text, scene.production);
    BulkResult result = compare().apply();

    assertThat(outcomes(result)).containsExactly(BulkStatus.DONE, BulkStatus.DONE);
    assertThat(result.isComplete()).isTrue();
    assertThat(result.resume()).isSameAs(result);
    assertThat(isCopied(scene.flag)).isTrue();
    assertThat(isCopied(scene.text)).isTrue();
    assertThat(served(scene.text, scene.production)).isEqualTo(production);
    assertThat(compare().differences()).isEmpty();
    assertThat(compare()).hasToString("Production -> Test: nothing to change");
    assertThat(compare().apply()).hasToString("0 of 0 settled");
  }

  @Test
  void copiesOnlyWhatIsChosen() {
    BulkResult result = compare().only(flag -> flag.key().equals("text")).apply();

    assertThat(outcomes(result)).containsExactly(BulkStatus.DONE);
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
    BulkPlan plan = compare();
    scene.fake.forgetRequests();
    kind.at(step, scene);

    BulkResult result = plan.apply();

    writerComesLate = kind.hasConcurrentWriter() && step == STEPS;
    if (kind.hasConcurrentWriter() && scene.fake.faults().waiting() == 0) {
      before.get("flag").addProperty("percentageEvaluationAttribute", "Somebody");
    }
    check(result, flags, before);
    scene.fake.faults().clear();
    BulkResult rest = result.resume();
    check(rest, flags, before);
    assertThat(outcomes(rest)).doesNotContain(BulkStatus.FAILED);
    assertThat(scene.applied()).as("applied").isLessThanOrEqualTo(STEPS);
    assertThat(isCopied(scene.text)).isTrue();
    if (!kind.hasConcurrentWriter()) {
      assertThat(isCopied(scene.flag)).isTrue();
      assertThat(rest.isComplete()).isTrue();
    }
    assertThat(outcomes(plan.apply()))
        .as("what is done is not done again")
        .doesNotContain(BulkStatus.DONE, BulkStatus.FAILED, BulkStatus.NOT_TRIED);
    assertThat(scene.applied()).isLessThanOrEqualTo(STEPS);
  }

  private void check(
      BulkResult result, Map<String, FakeFlag> flags, Map<String, JsonObject> before) {
    for (BulkOutcome copy : result.outcomes().values()) {
      FakeFlag flag = flags.get(copy.key());
      JsonObject now = served(flag, scene.test);
      JsonObject was = before.get(copy.key());
      switch (copy.status()) {
        case DONE, UNCHANGED -> assertThat(isCopied(flag)).as("%s", copy).isTrue();
        case NOT_TRIED, FAILED -> assertThat(now).as("%s", copy).isEqualTo(was);
        case CONFLICT -> {
          if (!copy.explanation().contains("perhaps")) {
            assertThat(now).as("%s", copy).isEqualTo(was);
          }
        }
        case UNKNOWN -> assertThat(copy.cause()).as("%s", copy).isNotNull();
      }
    }
  }

  @Test
  void findsOutThatWhatWasToBeTakenAwayIsStillThere() {
    scene.same.serve(scene.test, Scene.quoted("{'defaultValue':{'boolValue':false,'newer':1}}"));
    BulkPlan plan = compare().only(flag -> flag.key().equals("same"));
    scene.fake.faults().at(1, PATCH, Fault.closeBefore());

    assertThat(outcomes(plan.apply())).containsExactly(BulkStatus.DONE);

    assertThat(isCopied(scene.same)).isTrue();
  }

  @Test
  void doesNotTakeForItsOwnWhatLacksMembersThatNobodyKnows() {
    BulkPlan plan = compare().only(flag -> flag.key().equals("text"));
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

    assertThat(outcomes(plan.apply())).containsExactly(BulkStatus.UNKNOWN);
  }

  @Test
  void leavesAloneWhatSomebodyElseChangedAndGoesOn() {
    BulkPlan plan = compare();
    scene.fake.change(scene.concurrentWrite());

    BulkResult result = plan.apply();

    assertThat(outcomes(result)).containsExactly(BulkStatus.CONFLICT, BulkStatus.DONE);
    assertThat(result.isComplete()).isFalse();
    assertThat(outcomes(result.resume())).containsExactly(BulkStatus.CONFLICT, BulkStatus.DONE);
    assertThat(served(scene.flag, scene.test).get("percentageEvaluationAttribute").getAsString())
        .isEqualTo("Somebody");
    assertThat(served(scene.flag, scene.test).getAsJsonArray("targetingRules")).hasSize(2);
  }

  @Test
  void stopsWhereAllWouldFailAndGoesOnLater() {
    BulkPlan plan = compare();
    scene.fake.faults().at(1, BULK, Fault.statusBefore(403));

    BulkResult result = plan.apply();

    assertThat(outcomes(result)).containsExactly(BulkStatus.FAILED, BulkStatus.NOT_TRIED);
    assertThat(result.stoppedBy()).get().isInstanceOf(ForbiddenException.class);
    assertThat(outcomes(result.resume())).containsExactly(BulkStatus.DONE, BulkStatus.DONE);
  }

  @Test
  void goesOnWhereTheServiceRefusesOne() {
    BulkPlan plan = compare();
    scene.fake.faults().at(1, BULK, Fault.statusBefore(400));

    assertThat(outcomes(plan.apply())).containsExactly(BulkStatus.FAILED, BulkStatus.DONE);
  }

  @Test
  void sendsNothingWithAClosedClient() {
    BulkPlan plan = compare();
    scene.client.close();

    assertThat(outcomes(plan.apply())).containsExactly(BulkStatus.FAILED, BulkStatus.NOT_TRIED);
  }

  @Test
  void asksForAReasonBeforeItWrites() {
    scene.test.reasonRequired();
    BulkPlan plan = compare();

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
