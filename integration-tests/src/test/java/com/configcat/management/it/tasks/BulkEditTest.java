package com.configcat.management.it.tasks;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.FakeState;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.BulkStatus;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.FlagDifference;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.SettingType;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkEditTest {
  private static final String BULK =
      "POST /v2/configs/{configId}/environments/{environmentId}/values";
  private static final String RULES = Scene.quoted(Scene.RULES);

  private final ConfigCatFake fake = ConfigCatFake.start();
  private final FakeProduct product = fake.world().product("Shop");
  private final FakeEnvironment environment = product.environment("Production");
  private final FakeConfig config = product.v2Config("Main");
  private final FakeFlag first = config.flag("first").serve(environment, RULES);
  private final FakeFlag second = config.flag("second");
  private final FakeFlag third = config.flag("third");
  private final ConfigCatManagementClient client = Clients.of(fake);

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  private BulkEdit edit() {
    return client.flags().bulkEdit(config.id(), environment.id());
  }

  private static EditableFormula withGold(EditableFormula formula) {
    return formula.addRule(TargetingRule.when(userAttribute("Plan").isOneOf("gold")).serve(true));
  }

  private JsonArray rules(FakeFlag flag) {
    return flag.served(environment, "targetingRules").getAsJsonArray();
  }

  private boolean isOn(FakeFlag flag) {
    return flag.served(environment, "defaultValue")
        .getAsJsonObject()
        .get("boolValue")
        .getAsBoolean();
  }

  private List<String> writes() {
    return fake.requests().stream()
        .map(ReceivedRequest::method)
        .filter(method -> !method.equals("GET"))
        .toList();
  }

  @Test
  void addsARuleToAllAndKeepsTheRest() {
    BulkResult result = edit().edit(BulkEditTest::withGold).apply();

    assertThat(result.settingIds(BulkStatus.DONE))
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(rules(first)).hasSize(3);
    assertThat(rules(first).get(0).toString()).contains("a@example.com", "Ada");
    assertThat(rules(second)).hasSize(1);
    assertThat(first.served(environment, "percentageEvaluationAttribute").getAsString())
        .isEqualTo("Country");
    assertThat(writes()).containsExactly("POST");
  }

  @Test
  void aDryRunShowsWhatWouldChangeAndWritesNothing() {
    BulkPlan plan = edit().setDefault(true);

    assertThat(plan)
        .hasToString(
            """
            Production: 3 flags to change, with 1 request
            first (first)
              defaultValue.boolValue: false -> true
            second (second)
              defaultValue.boolValue: false -> true
            third (third)
              defaultValue.boolValue: false -> true\
            """);
    assertThat(plan.chunkSize(2).requests()).isEqualTo(2);
    assertThat(writes()).isEmpty();
    assertThat(plan.only(flag -> flag.key().equals("third")).apply().outcomes())
        .containsOnlyKeys(third.id());
    assertThat(isOn(first)).isFalse();
  }

  @Test
  void picksFlagsByKeyTypeAndValue() {
    FakeFlag text = config.setting("text", "string");
    second.serve(environment, "{\"defaultValue\":{\"boolValue\":true}}");

    BulkPlan plan =
        edit()
            .only(flag -> flag.settingType().orElseThrow() == SettingType.BOOLEAN)
            .only(flag -> !flag.defaultValue(FlagType.BOOLEAN))
            .only(flag -> !flag.key().equals("third"))
            .setDefault(true);

    assertThat(plan.differences()).extracting(FlagDifference::key).containsExactly("first");
    assertThat(text.version(environment)).isNotNull();
  }

  @Test
  void writesNothingForFlagsThatAreAsTheyShouldBe() {
    assertThat(edit().setDefault(true).apply().isComplete()).isTrue();
    fake.forgetRequests();

    BulkResult result = edit().setDefault(true).apply();

    assertThat(result.settingIds(BulkStatus.UNCHANGED)).hasSize(3);
    assertThat(writes()).isEmpty();
  }

  @Test
  void refusesAValueThatOneOfTheFlagsCannotServeAndWritesNothing() {
    FakeFlag text = config.setting("text", "string");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit().setDefault(true))
        .withMessageContainingAll("Flag 'text': true is not a value of type string", "only(...)");
    assertThat(writes()).isEmpty();
    assertThat(text.key()).isEqualTo("text");
  }

  @Test
  void servesThePredefinedVariationWithTheValue() {
    FakeConfig sizes = product.v2Config("Sizes");
    FakeFlag size =
        sizes.setting(
            Scene.json(
                """
                {'key':'size','name':'size','settingType':'string','predefinedVariations':[
                  {'name':'Small','value':{'stringValue':'s'}},
                  {'name':'Large','value':{'stringValue':'l'}}]}
                """));
    BulkEdit edit = client.flags().bulkEdit(sizes.id(), environment.id());

    assertThat(edit.setDefault("l").apply().isComplete()).isTrue();

    assertThat(client.flag(environment.id(), size.id()).getDefault(FlagType.STRING)).isEqualTo("l");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit.setDefault("xl"))
        .withMessageContaining("Flag 'size'");
  }

  @Test
  void patchesAValueWithMembersThatThisClientDoesNotKnow() {
    second.serve(
        environment, "{\"defaultValue\":{\"boolValue\":false,\"fromTheFuture\":{\"x\":[1.50]}}}");

    BulkPlan plan = edit().edit(BulkEditTest::withGold);

    assertThat(plan.requests()).isEqualTo(2);
    assertThat(plan.apply().settingIds(BulkStatus.DONE)).hasSize(3);
    assertThat(writes()).containsExactly("POST", "PATCH");
    assertThat(second.served(environment, "defaultValue").toString()).contains("[1.50]");
    assertThat(rules(second)).hasSize(1);
  }

  @Test
  void goesOnWithOthersAfterAFlagThatIsGoneWhenItIsReadAgain() {
    String unknown = "{\"defaultValue\":{\"boolValue\":false,\"fromTheFuture\":1}}";
    List.of(first, second, third).forEach(flag -> flag.serve(environment, unknown));
    String value = "/v2/environments/{environmentId}/settings/{settingId}/value";
    fake.faults()
        .at(1, "PATCH " + value, Fault.between(concurrentWrite(first)))
        .at(1, "GET " + value, Fault.statusBefore(404));

    BulkResult result = edit().edit(BulkEditTest::withGold).apply();

    assertThat(result.settingIds(BulkStatus.FAILED)).containsExactly(first.id());
    assertThat(result.settingIds(BulkStatus.DONE)).containsExactly(second.id(), third.id());
    assertThat(result.stoppedBy()).isEmpty();
  }

  /** Another person's work, which no task here does. */
  private Consumer<FakeState> concurrentWrite(FakeFlag flag) {
    return state ->
        state.write(
            environment.id(),
            flag.id(),
            row -> row.addProperty("percentageEvaluationAttribute", "Somebody"));
  }

  @Test
  void editsWhatSomebodyElseWroteInBetween() {
    fake.faults().at(1, BULK, Fault.between(concurrentWrite(second)));

    BulkResult result = edit().edit(BulkEditTest::withGold).apply();

    assertThat(result.settingIds(BulkStatus.DONE)).hasSize(3);
    assertThat(second.served(environment, "percentageEvaluationAttribute").getAsString())
        .isEqualTo("Somebody");
    assertThat(rules(second)).hasSize(1);
    assertThat(rules(first)).hasSize(3);
  }

  @Test
  void doesNotEditTwiceWhatItMayHaveWritten() {
    fake.faults()
        .at(1, BULK, Fault.closeAfter())
        .at(
            2,
            "GET /v2/configs/{configId}/environments/{environmentId}/values",
            Fault.between(concurrentWrite(second)));

    BulkResult result = edit().edit(BulkEditTest::withGold).apply();

    assertThat(result.settingIds(BulkStatus.UNKNOWN)).containsExactly(second.id());
    assertThat(result.resume().settingIds(BulkStatus.CONFLICT)).containsExactly(second.id());
    assertThat(rules(second)).hasSize(1);
  }

  @Test
  void tellsOfAFlagThatSomebodyElseMadeUnfitForTheEdit() {
    fake.faults()
        .at(
            1,
            BULK,
            Fault.between(
                state ->
                    state.write(
                        environment.id(),
                        first.id(),
                        row -> row.add("targetingRules", new JsonArray()))));

    BulkResult result =
        edit().only(flag -> flag.key().equals("first")).edit(f -> f.removeRule(1)).apply();

    assertThat(result.settingIds(BulkStatus.FAILED)).containsExactly(first.id());
    assertThat(result.outcomes().get(first.id()).explanation()).contains("not valid for it");
  }

  @Test
  void setsDefaultsInAV1ConfigByPatchesThatSomebodyElsesWriteMakesFail() {
    FakeConfig old = product.v1Config("Old");
    FakeFlag one = old.flag("one").serve(environment, Scene.quoted(Scene.OLD_RULES));
    FakeFlag two = old.flag("two");
    BulkEdit edit = client.flags().bulkEdit(old.id(), environment.id());
    fake.faults()
        .at(
            1,
            "PATCH /v1/environments/{environmentId}/settings/{settingId}/value",
            Fault.between(
                state ->
                    state.write(
                        environment.id(),
                        one.id(),
                        row ->
                            row.getAsJsonArray("rolloutRules")
                                .get(0)
                                .getAsJsonObject()
                                .addProperty("comparisonValue", "@b"))));

    BulkResult result = edit.setDefault(true).apply();

    assertThat(result.settingIds(BulkStatus.DONE)).containsExactly(one.id(), two.id());
    JsonObject served = one.served(environment);
    assertThat(served.get("value").getAsBoolean()).isTrue();
    assertThat(served.toString()).contains("@b");
    assertThat(writes()).containsExactly("PATCH", "PATCH", "PATCH");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> edit.edit(BulkEditTest::withGold))
        .withMessageContaining("setDefault");
  }

  @Test
  void asksForAReasonBeforeItWrites() {
    environment.reasonRequired();
    BulkPlan plan = edit().setDefault(true);

    assertThatIllegalArgumentException()
        .isThrownBy(plan::apply)
        .withMessageContaining("WriteOptions.because");
    assertThat(writes()).isEmpty();
    assertThat(plan.apply(WriteOptions.because("release")).isComplete()).isTrue();
  }
}
