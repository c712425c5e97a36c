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

/** The two formats of values: which members can be changed, and how a conflict shows. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of.
public enum ValueFormat {
  /** V1 Configs. Values have no version: a patch tests what it was made for, and 400 may say no. */
  V1(List.of("value", "rolloutRules", "rolloutPercentageItems"), SettingValueModel.class),

  /** V2 Configs. Each value has a version, which a write names. */
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

  /** Finds the format by a Config's evaluation version; empty if this client does not know it. */
  public static Optional<ValueFormat> of(@Nullable EvaluationVersion version) {
    if (version == EvaluationVersion.V1) {
      return Optional.of(V1);
    }
    return version == EvaluationVersion.V2 ? Optional.of(V2) : Optional.empty();
  }

  /** Returns what can be changed of an answer, as it came. */
  public JsonObject content(JsonObject json) {
    JsonObject content = new JsonObject();
    for (String member : members) {
      if (json.has(member)) {
        content.add(member, json.get(member).deepCopy());
      }
    }
    return content;
  }

  /** Whether a refusal may be due to another writer. */
  public boolean mayBeConflict(ConfigCatException refusal) {
    return this == V1 && refusal instanceof BadRequestException;
  }

  /**
   * Says whether content is what was meant to be written: all that the client knows is the same,
   * and what was sent beside it is there. The service may have added what the client does not know.
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
