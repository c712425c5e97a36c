package com.configcat.management.internal.json;

import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a V2 value serves, as JSON: an object with one member by type, or a predefined variation.
 */
public final class ServedJson {
  private static final String VARIATION = "predefinedVariationId";
  private static final List<String> TYPED =
      Stream.of(FlagType.BOOLEAN, FlagType.TEXT, FlagType.WHOLE_NUMBER, FlagType.DECIMAL)
          .map(FlagType::member)
          .toList();

  /** The members of a value, of which one is sent. */
  public static final Set<String> MEMBERS =
      Stream.concat(TYPED.stream(), Stream.of(VARIATION)).collect(Collectors.toUnmodifiableSet());

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
    TYPED.forEach(member -> put(holder, served, member));
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
    return TYPED.stream().allMatch(member -> JsonValues.same(one.get(member), other.get(member)));
  }
}
