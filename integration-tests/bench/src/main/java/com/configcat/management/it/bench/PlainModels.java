package com.configcat.management.it.bench;

import java.util.List;

/** Classes as one writes them to read a few responses with {@code new Gson()}. Dates are texts. */
@SuppressWarnings({"NullAway", "UnusedVariable"}) // Gson sets the fields, and nobody reads them.
final class PlainModels {
  private PlainModels() {}

  static final class PlainProduct {
    PlainOrganization organization;
    String productId;
    String name;
    String description;
    int order;
    boolean reasonRequired;
    boolean approveRequired;
  }

  static final class PlainOrganization {
    String organizationId;
    String name;
  }

  static final class PlainSetting {
    int settingId;
    String key;
    String name;
    String hint;
    int order;
    String settingType;
    String configId;
    String configName;
    String createdAt;
    String creatorEmail;
    String creatorFullName;
    boolean isJson;
    boolean isWatching;
    List<PlainTag> tags;
    List<PlainVariation> predefinedVariations;
  }

  static final class PlainTag {
    long settingTagId;
    long tagId;
    String name;
    String color;
  }

  static final class PlainVariation {
    String predefinedVariationId;
    String name;
    String hint;
    PlainValue value;
  }

  static final class PlainValue {
    Boolean boolValue;
    String stringValue;
    Integer intValue;
    Double doubleValue;
  }

  static final class PlainValues {
    PlainConfig config;
    PlainEnvironment environment;
    boolean readOnly;
    boolean reasonRequired;
    List<PlainFormula> settingFormulas;
  }

  static final class PlainConfig {
    String configId;
    String name;
    String evaluationVersion;
    int order;
  }

  static final class PlainEnvironment {
    String environmentId;
    String name;
    String color;
    int order;
  }

  static final class PlainFormula {
    String lastVersionId;
    PlainValue defaultValue;
    List<PlainRule> targetingRules;
    PlainSetting setting;
    String updatedAt;
    String percentageEvaluationAttribute;
    String lastUpdaterUserEmail;
    String lastUpdaterUserFullName;
    List<PlainLink> integrationLinks;
    List<PlainTag> settingTags;
    List<Integer> settingIdsWherePrerequisite;
  }

  static final class PlainLink {
    String key;
    String url;
  }

  static final class PlainRule {
    List<PlainCondition> conditions;
    List<PlainPercentage> percentageOptions;
    PlainValue value;
  }

  static final class PlainPercentage {
    int percentage;
    PlainValue value;
  }

  static final class PlainCondition {
    PlainUserCondition userCondition;
  }

  static final class PlainUserCondition {
    String comparisonAttribute;
    String comparator;
    PlainComparison comparisonValue;
  }

  static final class PlainComparison {
    List<PlainText> listValue;
    String stringValue;
    Double doubleValue;
  }

  static final class PlainText {
    String value;
    String hint;
  }

  static final class PlainPatch {
    final String op;
    final String path;
    final Object value;

    PlainPatch(String op, String path, Object value) {
      this.op = op;
      this.path = path;
      this.value = value;
    }
  }
}
