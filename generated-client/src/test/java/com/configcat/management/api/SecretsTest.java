package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.ManagementGson;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No model shows a secret, whatever it is made of; everything else a model shows. */
class SecretsTest {
  private static final String REVEALING = "reveal-me-4711";

  /** The plainest of what the fixes take for the name of a secret, so that they miss none. */
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(sdkKey|signingKey|apiKey|secret|token|password)");

  private static final Gson GSON = ManagementGson.create();

  @TestFactory
  Stream<DynamicTest> showsEveryPropertyButSecrets() throws Exception {
    JsonObject models = ContractDocument.read().models();
    return models.entrySet().stream()
        .filter(model -> model.getValue().getAsJsonObject().has("properties"))
        .flatMap(
            model ->
                model.getValue().getAsJsonObject().getAsJsonObject("properties").entrySet().stream()
                    .map(
                        property ->
                            DynamicTest.dynamicTest(
                                model.getKey() + "." + property.getKey(),
                                () -> check(models, model.getKey(), property))));
  }

  @Test
  void thereAreSecretsOfEachKind() throws Exception {
    JsonObject models = ContractDocument.read().models();

    assertThat(models.asMap().values())
        .flatExtracting(
            model ->
                model.getAsJsonObject().has("properties")
                    ? model.getAsJsonObject().getAsJsonObject("properties").asMap().values()
                    : java.util.List.of())
        .map(JsonElement::getAsJsonObject)
        .filteredOn(property -> property.has("x-secret"))
        .map(property -> property.has("type") ? property.get("type").getAsString() : "reference")
        .contains("string", "object");
  }

  private static void check(
      JsonObject models, String model, Map.Entry<String, JsonElement> property) throws Exception {
    JsonObject schema = property.getValue().getAsJsonObject();
    JsonObject json = new JsonObject();
    json.add(property.getKey(), revealing(models, schema));

    String shown = GSON.fromJson(json, ModelClass.of(model).type()).toString();

    boolean isText = json.toString().contains(REVEALING);
    boolean isSecret =
        schema.has("x-secret")
            || (JavaTypeNames.of(schema).contains("String")
                && SECRET.matcher(property.getKey()).matches());
    if (isSecret) {
      assertThat(shown).isEqualTo("%s{%s=***}", model, property.getKey());
    } else {
      assertThat(shown).startsWith(model + "{" + property.getKey() + "=").doesNotContain("***");
      assertThat(shown.contains(REVEALING)).as("%s shows what it holds", shown).isEqualTo(isText);
    }
  }

  /** Makes JSON of a schema that can be told again wherever it holds a text. */
  private static JsonElement revealing(JsonObject models, JsonObject schema) {
    if (schema.has("allOf")) {
      return revealing(models, schema.getAsJsonArray("allOf").get(0).getAsJsonObject());
    }
    if (schema.has("$ref")) {
      JsonObject named =
          models.getAsJsonObject(schema.get("$ref").getAsString().replaceFirst(".*/", ""));
      if (named == null) {
        return patchOrValue(schema.get("$ref").getAsString());
      }
      return named.has("enum") ? named.getAsJsonArray("enum").get(0) : new JsonObject();
    }
    String format = schema.has("format") ? schema.get("format").getAsString() : "";
    return switch (schema.has("type") ? schema.get("type").getAsString() : "any") {
      case "array" -> {
        JsonArray array = new JsonArray();
        array.add(revealing(models, schema.getAsJsonObject("items")));
        yield array;
      }
      case "object" -> {
        JsonObject object = new JsonObject();
        object.add(
            "key",
            schema.has("additionalProperties")
                ? revealing(models, schema.getAsJsonObject("additionalProperties"))
                : new JsonPrimitive(REVEALING));
        yield object;
      }
      case "boolean" -> new JsonPrimitive(true);
      case "integer", "number" -> new JsonPrimitive(7);
      default ->
          switch (format) {
            case "uuid" -> new JsonPrimitive("00000000-0000-4000-8000-000000000001");
            case "date-time" -> new JsonPrimitive("2026-01-02T03:04:05Z");
            default -> new JsonPrimitive(REVEALING);
          };
    };
  }

  /** The two that are written by hand. */
  private static JsonElement patchOrValue(String reference) {
    if (reference.endsWith("/SettingValueType")) {
      return new JsonPrimitive(REVEALING);
    }
    JsonObject operation = new JsonObject();
    operation.addProperty("op", "remove");
    operation.addProperty("path", "/" + REVEALING);
    return operation;
  }
}
