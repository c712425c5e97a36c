package com.configcat.management.internal.value;

import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a V2 value serves, as JSON: an object with one member by type, or a predefined variation.
 */
public final class ServedJson {
  private static final String VARIATION = "predefinedVariationId";
  private static final List<FlagType<?>> TYPES =
      List.of(FlagType.BOOLEAN, FlagType.TEXT, FlagType.WHOLE_NUMBER, FlagType.DECIMAL);

  private ServedJson() {}

  /**
   * Finds the type of a setting.
   *
   * @param settingType what the service says; null if it does not
   * @param value what is to be served
   * @return the setting's type, or that of the value if the setting's is unknown to this client
   * @throws IllegalArgumentException if the value's type is needed, and it has none
   */
  public static FlagType<?> type(@Nullable SettingType settingType, SettingValue value) {
    return settingType == null || settingType.wireValue() == null
        ? FlagType.of(value)
        : FlagType.of(settingType);
  }

  /**
   * Writes what is served over what was. Members that the client does not know stay.
   *
   * @param holder is changed
   * @param served members of the new value, without nulls
   */
  public static void put(JsonObject holder, JsonObject served) {
    TYPES.forEach(type -> put(holder, served, type.member()));
    put(holder, served, VARIATION);
  }

  private static void put(JsonObject holder, JsonObject served, String member) {
    if (served.has(member)) {
      holder.add(member, served.get(member));
    } else if (!JsonValues.isNothing(holder.get(member))) {
      holder.add(member, JsonNull.INSTANCE);
    }
  }

  /**
   * Refuses what a setting does not serve.
   *
   * @param served members of a value; null passes
   * @param settingType what the service says of the setting; null and unknown ones pass
   * @throws IllegalArgumentException if the value is of another type
   */
  public static void check(@Nullable JsonElement served, @Nullable SettingType settingType) {
    if (served instanceof JsonObject object) {
      TYPES.stream()
          .filter(type -> !JsonValues.isNothing(object.get(type.member())))
          .forEach(type -> type.check(settingType));
    }
  }

  /**
   * Compares what is served.
   *
   * @param one members of a value
   * @param other members of another one
   * @return whether both serve the same
   */
  public static boolean same(JsonObject one, JsonObject other) {
    return TYPES.stream()
        .allMatch(type -> JsonValues.same(one.get(type.member()), other.get(type.member())));
  }
}
