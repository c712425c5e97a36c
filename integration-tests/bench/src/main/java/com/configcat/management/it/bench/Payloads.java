package com.configcat.management.it.bench;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the server answers, and the body of the PUT, with members as the service sends them. */
final class Payloads {
  static final UUID PRODUCT = uuid(1);
  static final UUID CONFIG = uuid(2);
  static final UUID ENVIRONMENT = uuid(3);
  static final int SETTING = 4711;

  static final String PRODUCT_PATH = "v1/products/" + PRODUCT;
  static final String SETTINGS_PATH = "v1/configs/" + CONFIG + "/settings";
  static final String VALUES_PATH =
      "v2/configs/" + CONFIG + "/environments/" + ENVIRONMENT + "/values";

  private static final int SETTINGS = 5_000;
  private static final int VALUES = 2_000;
  private static final int RULES_TO_PUT = 400;

  private Payloads() {}

  static String valuePath(UUID environment, int setting) {
    return "v2/environments/" + environment + "/settings/" + setting + "/value";
  }

  /** Returns all responses, by method and target. */
  static Map<String, String> responses() {
    Gson gson = new Gson();
    return Map.of(
        "GET /" + PRODUCT_PATH,
        gson.toJson(product()),
        "GET /" + SETTINGS_PATH,
        gson.toJson(IntStream.range(0, SETTINGS).mapToObj(Payloads::setting).toList()),
        "GET /" + VALUES_PATH,
        gson.toJson(values()),
        "PUT /" + valuePath(ENVIRONMENT, SETTING),
        gson.toJson(value(SETTING)));
  }

  /** Returns the body of the PUT. */
  static String formula() {
    return new Gson()
        .toJson(
            object(
                "defaultValue",
                object("boolValue", true),
                "targetingRules",
                IntStream.range(0, RULES_TO_PUT).mapToObj(i -> rule(i, 12)).toList(),
                "percentageEvaluationAttribute",
                "Email"));
  }

  private static Map<String, Object> product() {
    return object(
        "organization",
        object("organizationId", uuid(4), "name", "Example Ltd"),
        "productId",
        PRODUCT,
        "name",
        "Web shop",
        "description",
        "Everything that customers see",
        "order",
        0,
        "reasonRequired",
        false,
        "approveRequired",
        false);
  }

  private static Map<String, Object> setting(int i) {
    return object(
        "settingId",
        1000 + i,
        "key",
        "checkoutFeature" + i,
        "name",
        "Checkout feature " + i,
        "hint",
        "Switches part " + i + " of the checkout on, for those who take part in the trial",
        "order",
        i,
        "settingType",
        "boolean",
        "configId",
        CONFIG,
        "configName",
        "Main Config",
        "createdAt",
        "2026-03-%02dT10:%02d:17.123Z".formatted(1 + i % 28, i % 60),
        "isJson",
        false,
        "tags",
        List.of(object("tagId", i % 17, "name", "team-" + i % 17, "color", "panther")),
        "predefinedVariations",
        List.of(variation(i, "On", true), variation(i, "Off", false)));
  }

  private static Map<String, Object> variation(int i, String name, boolean value) {
    return object(
        "predefinedVariationId",
        uuid(10_000 + 2 * i + (value ? 1 : 0)),
        "name",
        name,
        "value",
        object("boolValue", value));
  }

  private static Map<String, Object> values() {
    return object(
        "config",
        object("configId", CONFIG, "name", "Main Config", "evaluationVersion", "v2", "order", 0),
        "environment",
        object("environmentId", ENVIRONMENT, "name", "Production", "color", "#1A73E8", "order", 0),
        "readOnly",
        false,
        "reasonRequired",
        false,
        "settingFormulas",
        IntStream.range(0, VALUES).mapToObj(i -> value(1000 + i)).toList());
  }

  private static Map<String, Object> value(int i) {
    return object(
        "lastVersionId",
        uuid(100_000 + i),
        "defaultValue",
        object("boolValue", i % 2 == 0),
        "targetingRules",
        List.of(rule(i, 5), rule(i + 1, 5)),
        "setting",
        object(
            "settingId",
            i,
            "key",
            "checkoutFeature" + i,
            "name",
            "Checkout feature " + i,
            "hint",
            "Switches part " + i + " of the checkout on",
            "settingType",
            "boolean",
            "order",
            i,
            "creatorEmail",
            "jane.doe@example.com",
            "creatorFullName",
            "Jane Doe",
            "createdAt",
            "2026-03-%02dT10:%02d:17.123Z".formatted(1 + i % 28, i % 60),
            "isWatching",
            false,
            "isJson",
            false),
        "updatedAt",
        "2026-10-%02dT08:%02d:59.456Z".formatted(1 + i % 28, i % 60),
        "percentageEvaluationAttribute",
        "Identifier",
        "lastUpdaterUserEmail",
        "john.smith@example.com",
        "lastUpdaterUserFullName",
        "John Smith",
        "integrationLinks",
        List.of(),
        "settingTags",
        List.of(object("settingTagId", i, "tagId", i % 17, "name", "team-" + i % 17)),
        "settingIdsWherePrerequisite",
        List.of());
  }

  private static Map<String, Object> rule(int i, int texts) {
    return object(
        "conditions",
        List.of(
            object(
                "userCondition",
                object(
                    "comparisonAttribute",
                    "Country",
                    "comparator",
                    "isOneOf",
                    "comparisonValue",
                    object(
                        "listValue",
                        IntStream.range(0, texts)
                            .mapToObj(text -> object("value", "country-" + i + "-" + text))
                            .toList())))),
        "value",
        object("boolValue", i % 3 == 0));
  }

  private static UUID uuid(long number) {
    return new UUID(0x08de_a5f0_0000_4000L, 0x8000_0000_0000_0000L + number * 7919);
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
