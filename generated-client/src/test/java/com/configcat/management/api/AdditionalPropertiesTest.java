package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateTargetingRuleModel;
import com.configcat.management.model.UpdateValueModel;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What can be sent keeps the members that it has no property for. */
class AdditionalPropertiesTest {
  private static final String UNKNOWN = "{\"ofTomorrow\":{\"a\":[1.50,null],\"b\":null}}";

  private final Gson gson = ManagementGson.create();

  private <T> T read(String json, Class<T> type) {
    return gson.fromJson(json, type);
  }

  @TestFactory
  Stream<DynamicTest> keepsUnknownMembersOfWhatIsSentAndNoOthers() throws Exception {
    JsonObject models = ContractDocument.read().models();
    return RandomJson.names(models, false).stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      boolean sent = models.getAsJsonObject(name).has("x-request-model");
                      Object read = gson.fromJson(UNKNOWN, ModelClass.of(name).type());

                      assertThat(gson.toJson(read)).isEqualTo(sent ? UNKNOWN : "{}");
                      assertThat(read)
                          .hasToString(
                              name + (sent ? "{additionalProperties=[ofTomorrow]}" : "{}"));
                    }));
  }

  @Test
  void writesThemAfterThePropertiesAsTheyWere() {
    String json =
        "{\"defaultValue\":{\"boolValue\":true,\"x\":null},\"targetingRules\":[{\"y\":1}],"
            + "\"z\":\"<>\"}";

    assertThat(gson.toJson(read(json, UpdateEvaluationFormulaModel.class))).isEqualTo(json);
    assertThat(gson.toJson(read("{\"z\":1,\"z\":2,\"name\":\"a\"}", CreateConfigRequest.class)))
        .isEqualTo("{\"name\":\"a\",\"z\":2}");
  }

  @Test
  void carriesThemToABuilder() {
    UpdateTargetingRuleModel rule = read("{\"y\":1}", UpdateTargetingRuleModel.class);

    UpdateTargetingRuleModel changed =
        rule.toBuilder()
            .value(UpdateValueModel.builder().boolValue(true).build())
            .putAdditionalProperty("z", JsonNull.INSTANCE)
            .build();

    assertThat(changed.additionalProperties())
        .containsExactly(Map.entry("y", new JsonPrimitive(1)), Map.entry("z", JsonNull.INSTANCE));
    assertThat(gson.toJson(changed))
        .isEqualTo("{\"value\":{\"boolValue\":true},\"y\":1,\"z\":null}");
    assertThat(rule.additionalProperties()).containsOnlyKeys("y");
  }

  @Test
  void comparesThem() {
    UpdateTargetingRuleModel rule = read("{\"y\":1}", UpdateTargetingRuleModel.class);

    assertThat(rule)
        .isEqualTo(read("{\"y\":1}", UpdateTargetingRuleModel.class))
        .hasSameHashCodeAs(read("{\"y\":1}", UpdateTargetingRuleModel.class))
        .isNotEqualTo(read("{\"y\":2}", UpdateTargetingRuleModel.class))
        .isNotEqualTo(read("{}", UpdateTargetingRuleModel.class));
    assertThat(rule.hashCode())
        .isNotEqualTo(read("{\"y\":2}", UpdateTargetingRuleModel.class).hashCode());
  }

  @Test
  void cannotBeChanged() {
    JsonObject value = JsonParser.parseString("{\"a\":1}").getAsJsonObject();
    CreateConfigRequest request =
        CreateConfigRequest.builder().name("a").putAdditionalProperty("x", value).build();
    Map<String, JsonElement> additional = request.additionalProperties();

    value.addProperty("a", 2);
    additional.get("x").getAsJsonObject().addProperty("a", 3);

    assertThat(request.additionalProperties()).hasToString("{x={\"a\":1}}");
    assertThatThrownBy(() -> additional.put("y", value))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(CreateConfigRequest.builder().name("a").build().additionalProperties()).isEmpty();
  }

  @Test
  void leavesPropertiesToTheirMethods() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CreateConfigRequest.builder().putAdditionalProperty("name", new JsonPrimitive("a")))
        .withMessage("name is a property of CreateConfigRequest: set it by its own method");
  }

  @Test
  void refusesHalfOfASurrogatePairInThem() {
    for (String json : List.of("{\"a\uD83Db\":1}", "{\"x\":[\"a\uD83Db\"]}")) {
      CreateConfigRequest request = read(json, CreateConfigRequest.class);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> gson.toJson(request))
          .withMessageContaining("half of a surrogate pair");
    }
  }

  @Test
  void canBeLeftOutAtAnyDepth() {
    JsonElement json =
        JsonParser.parseString(
            "{\"targetingRules\":[{\"y\":1,\"percentageOptions\":[]}],\"z\":{}}");

    assertThat(
            gson.toJson(
                ManagementGson.readKnownMembers(gson, json, UpdateEvaluationFormulaModel.class)))
        .isEqualTo("{\"targetingRules\":[{\"percentageOptions\":[]}]}");
  }
}
