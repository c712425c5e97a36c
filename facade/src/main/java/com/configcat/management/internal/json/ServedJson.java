package com.configcat.management.internal.json;

import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A served V2 value as JSON: an object with one member per type, or one for a predefined variation.
 */
public final class ServedJson {
  private static final String VARIATION = "predefinedVariationId";
  private static final List<String> TYPED =
      Stream.of(FlagType.BOOLEAN, FlagType.STRING, FlagType.INT, FlagType.DOUBLE)
          .map(FlagType::member)
          .toList();

  /** The members of a value; a write contains exactly one. */
  public static final Set<String> MEMBERS =
      Stream.concat(TYPED.stream(), Stream.of(VARIATION)).collect(Collectors.toUnmodifiableSet());

  private ServedJson() {}

  /**
   * Converts a value to the setting's type; returns it unchanged if this client does not know the
   * type.
   *
   * @throws IllegalArgumentException if the setting has another type, or the number is out of range
   */
  public static SettingValue fitting(@Nullable SettingType settingType, SettingValue value) {
    return settingType == null || settingType.wireValue() == null
        ? fitting(FlagType.of(value), value)
        : fitting(FlagType.of(settingType), value);
  }

  private static <T> SettingValue fitting(FlagType<T> type, SettingValue value) {
    return type.toSettingValue(type.read(value));
  }

  /** Replaces the value in {@code holder}; keeps members unknown to this client. */
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
   * Removes plain values beside predefined variations, everywhere in the element. The service
   * returns them; a write contains one of both.
   */
  public static void keepVariationsOnly(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(ServedJson::keepVariationsOnly);
    } else if (element instanceof JsonObject object) {
      if (!JsonValues.isNothing(object.get(VARIATION))) {
        TYPED.forEach(object::remove);
      }
      object.entrySet().forEach(member -> keepVariationsOnly(member.getValue()));
    }
  }

  /** Returns whether two values are equal, ignoring predefined variations. */
  public static boolean same(JsonObject one, JsonObject other) {
    return TYPED.stream().allMatch(member -> JsonValues.same(one.get(member), other.get(member)));
  }
}
