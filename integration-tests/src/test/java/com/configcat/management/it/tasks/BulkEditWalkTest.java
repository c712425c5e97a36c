package com.configcat.management.it.tasks;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.error.FlagsNotSetException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.BulkStatus;
import com.configcat.management.flag.TemporaryFlags;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault, and somebody else, at every request of an edit of many flags. */
class BulkEditWalkTest {
  /** The Config and its values; two chunks of two flags, and one flag of its own. */
  private static final int EDIT = 5;

  /** The Config and its values, a chunk, a flag of its own; the values, and both again. */
  private static final int TEMPORARY = 7;

  private static final String UNKNOWN =
      "{\"defaultValue\":{\"boolValue\":false,\"fromTheFuture\":1.50}}";

  private final ConfigCatFake fake = ConfigCatFake.start();
  private final FakeProduct product = fake.world().product("Shop");
  private final FakeEnvironment environment = product.environment("Production");
  private final FakeConfig config = product.v2Config("Main");
  private final List<FakeFlag> flags =
      IntStream.range(0, 5).mapToObj(i -> config.flag("flag" + i)).toList();
  private final ConfigCatManagementClient client =
      Clients.with(fake, CallOptions.defaults().maxAttempts(1).deadline(Duration.ofSeconds(20)));
  private List<JsonObject> before;

  @BeforeEach
  void serve() {
    flags.get(0).serve(environment, Scene.quoted(Scene.RULES));
    flags.get(4).serve(environment, UNKNOWN);
    before = served();
  }

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  private List<JsonObject> served() {
    return flags.stream().map(flag -> flag.served(environment)).toList();
  }

  private BulkEdit edit() {
    return client.flags().bulkEdit(config.id(), environment.id());
  }

  private BulkPlan plan() {
    return edit()
        .edit(
            formula ->
                formula.addRule(
                    TargetingRule.when(userAttribute("Plan").isOneOf("gold")).serve(true)))
        .chunkSize(2);
  }

  private int edits(FakeFlag flag) {
    return flag.served(environment, "targetingRules").toString().split("gold", -1).length - 1;
  }

  private static Stream<Arguments> faultsAt(int requests) {
    return IntStream.rangeClosed(1, requests)
        .boxed()
        .flatMap(step -> BulkWalkTest.FAULTS.keySet().stream().map(f -> Arguments.of(step, f)));
  }

  static Stream<Arguments> faults() {
    return faultsAt(EDIT);
  }

  @ParameterizedTest(name = "request {0} {1}")
  @MethodSource("faults")
  void saysWhatIsTheCaseAndResumesWhatIsLeft(int step, String fault) {
    fake.faults().at(step, BulkWalkTest.FAULTS.get(fault));
    if (step <= 2) {
      assertThatThrownBy(this::plan).isInstanceOf(ConfigCatException.class);
      assertThat(fake.requests()).noneMatch(ReceivedRequest::applied);
      return;
    }

    BulkResult result = plan().apply();
    checkTruth(result);
    BulkResult resumed = result.resume();

    checkTruth(resumed);
    if (!fault.startsWith("429")) { // Its pause holds for the resumption as well.
      assertThat(resumed.isComplete()).as("%s", resumed).isTrue();
    }
    assertThat(flags.get(4).served(environment, "defaultValue").toString()).contains("1.50");
  }

  private void checkTruth(BulkResult result) {
    for (FakeFlag flag : flags) {
      BulkOutcome outcome = result.outcomes().get(flag.id());
      assertThat(edits(flag)).as("%s", outcome).isLessThanOrEqualTo(1);
      if (outcome.status() != BulkStatus.UNKNOWN) {
        assertThat(edits(flag) == 1).as("%s", outcome).isEqualTo(outcome.status().isSettled());
      }
    }
  }

  static Stream<Arguments> writers() {
    List<Arguments> writers = new ArrayList<>();
    for (int step = 1; step <= EDIT; step++) {
      for (int flag = 0; flag < 5; flag++) {
        writers.add(Arguments.of(step, flag));
      }
    }
    return writers.stream();
  }

  @ParameterizedTest(name = "before request {0}, flag {1}")
  @MethodSource("writers")
  void keepsWhatSomebodyElseWroteAndEditsItOnce(int step, int index) {
    FakeFlag writers = flags.get(index);
    fake.faults()
        .at(
            step,
            Fault.between(
                state ->
                    state.write(
                        environment.id(),
                        writers.id(),
                        row -> row.addProperty("percentageEvaluationAttribute", "Somebody"))));

    BulkResult result = plan().apply();

    assertThat(result.isComplete()).as("%s", result).isTrue();
    assertThat(flags).allSatisfy(flag -> assertThat(edits(flag)).isEqualTo(1));
    assertThat(writers.served(environment, "percentageEvaluationAttribute").getAsString())
        .isEqualTo("Somebody");
  }

  static Stream<Arguments> temporaryFaults() {
    return faultsAt(TEMPORARY);
  }

  @ParameterizedTest(name = "request {0} {1}")
  @MethodSource("temporaryFaults")
  void restoresWhatItSetWhateverGoesWrong(int step, String fault) {
    fake.faults().at(step, BulkWalkTest.FAULTS.get(fault));
    TemporaryFlags on;
    try {
      on = edit().temporarily(true);
    } catch (FlagNotRestoredException e) {
      assertThat(fault).as("a pause that holds for restoring as well").startsWith("429");
      return;
    } catch (FlagsNotSetException e) {
      assertThat(served()).isEqualTo(before);
      return;
    } catch (ConfigCatException e) {
      assertThat(step).isLessThanOrEqualTo(2);
      assertThat(fake.requests()).noneMatch(ReceivedRequest::applied);
      return;
    }
    try {
      on.close();
    } catch (FlagNotRestoredException e) {
      if (fault.startsWith("429")) {
        return;
      }
      on.close();
    }

    assertThat(served()).isEqualTo(before);
  }
}
