package com.configcat.management.internal.json;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValueModel;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats of values: their writable members, and how a conflict is reported. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of.
public enum ValueFormat {
  /** V1 Configs. Values have no version: patches contain tests, and 400 may mean a failed test. */
  V1(List.of("value", "rolloutRules", "rolloutPercentageItems"), SettingValueModel.class),

  /** V2 Configs. Writes are conditional on the value's version. */
  V2(
      List.of("defaultValue", "targetingRules", "percentageEvaluationAttribute"),
      SettingFormulaModel.class);

  private static final Gson GSON = ManagementGson.create();

  private final List<String> members;
  private final Class<?> model;

  ValueFormat(List<String> members, Class<?> model) {
    this.members = members;
    this.model = model;
  }

  /** Returns the format for an evaluation version; empty if this client does not know it. */
  public static Optional<ValueFormat> of(@Nullable EvaluationVersion version) {
    if (version == EvaluationVersion.V1) {
      return Optional.of(V1);
    }
    return version == EvaluationVersion.V2 ? Optional.of(V2) : Optional.empty();
  }

  /** Returns the name of the member that is served when no rule applies. */
  public String defaultMember() {
    return members.get(0);
  }

  /** Returns a copy of the writable members. */
  public JsonObject content(JsonObject json) {
    JsonObject content = new JsonObject();
    for (String member : members) {
      if (json.has(member)) {
        content.add(member, json.get(member).deepCopy());
      }
    }
    return content;
  }

  /** Returns whether a 400 may be due to another writer. */
  public boolean mayBeConflict(ConfigCatException refusal) {
    return this == V1 && refusal instanceof BadRequestException;
  }

  /**
   * Returns whether content is what was to be written: known members are equal, and unknown ones
   * that were sent are present. The service may have added more.
   */
  public boolean says(JsonObject content, JsonObject meant) {
    if (!JsonValues.contains(content, meant)) {
      return false;
    }
    try {
      return decoded(content).equals(decoded(meant));
    } catch (JsonParseException e) {
      return JsonValues.same(content, meant);
    }
  }

  private Object decoded(JsonObject content) {
    return GSON.fromJson(JsonValues.pruned(content), model);
  }
}
