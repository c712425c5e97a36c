package com.configcat.management.internal.value;

import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
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
   * Makes a value one of the setting's type.
   *
   * @param settingType what the service says; null if it does not
   * @param value what is to be served
   * @return the value as the setting has it, or as it is if the setting's type is unknown to this
   *     client
   * @throws IllegalArgumentException if the setting is of another type, or the number does not fit
   */
  public static SettingValue fitting(@Nullable SettingType settingType, SettingValue value) {
    return settingType == null || settingType.wireValue() == null
        ? fitting(FlagType.of(value), value)
        : fitting(FlagType.of(settingType), value);
  }

  private static <T> SettingValue fitting(FlagType<T> type, SettingValue value) {
    return type.toSettingValue(type.read(value));
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
