package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.ServedJson;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.ConfigSettingFormulaModel;
import com.configcat.management.model.ConfigSettingValueModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of values that this client knows. */
final class KnownMembers {
  private static final Gson GSON = ManagementGson.create();

  private KnownMembers() {}

  /**
   * Returns the writable members that this client knows; null if one has an enum value that it does
   * not know.
   */
  static @Nullable JsonObject content(ValueSnapshot value) {
    Class<?> model =
        value.format() == ValueFormat.V1
            ? ConfigSettingValueModel.class
            : ConfigSettingFormulaModel.class;
    return roundTrip(value.json(), model) instanceof JsonObject known
        ? value.format().content(known)
        : null;
  }

  /**
   * Returns V2 content for an operation that replaces whole values.
   *
   * @param read an element of the list of values
   * @param wanted the content to write
   * @return null if this client does not know a member of either, which the operation would delete
   */
  static @Nullable JsonObject replacement(JsonObject read, JsonObject wanted) {
    JsonObject content = JsonValues.pruned(wanted).getAsJsonObject();
    ServedJson.keepVariationsOnly(content);
    return knowsMembersOf(read)
            && JsonValues.same(roundTrip(content, UpdateEvaluationFormulaModel.class), content)
        ? content
        : null;
  }

  /** Looks at the names only: what they contain is part of the content, or read-only. */
  private static boolean knowsMembersOf(JsonObject read) {
    Set<String> names = JsonValues.pruned(read).getAsJsonObject().keySet();
    return roundTrip(read, ConfigSettingFormulaModel.class) instanceof JsonObject known
        && known.keySet().containsAll(names);
  }

  private static JsonElement roundTrip(JsonObject json, Class<?> model) {
    try {
      return GSON.toJsonTree(ManagementGson.readKnownMembers(GSON, json, model), model);
    } catch (JsonParseException | IllegalArgumentException e) {
      return JsonNull.INSTANCE; // Such as an enum value unknown to this client.
    }
  }
}
