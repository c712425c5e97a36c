package com.configcat.management.targeting;

import com.configcat.management.internal.core.ValueLimits;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateValueModel;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The value a flag serves: a plain value, or one of the setting's predefined variations.
 *
 * <p>Most methods that accept one also accept a boolean, a text or a number. Immutable.
 */
public final class ServedValue {
  private final UpdateValueModel model;
  private final @Nullable FlagType<?> type;

  private ServedValue(UpdateValueModel model, @Nullable FlagType<?> type) {
    this.model = model;
    this.type = type;
  }

  /**
   * Creates a served value; a number written without a fraction is for whole-number settings.
   *
   * @param value the value
   * @return the served value
   * @throws IllegalArgumentException if it is a whole number that does not fit into 32 bits, a
   *     number beyond the range of a double, or a text that is empty or longer than 100,000
   *     characters
   */
  public static ServedValue of(SettingValue value) {
    FlagType<?> type = FlagType.of(value);
    if (value.isString()) {
      String unused = ValueLimits.served(value.asString());
    }
    return new ServedValue(type.convert(value), type);
  }

  /**
   * Creates a served value that refers to a predefined variation.
   *
   * @param predefinedVariationId the id of one of the setting's predefined variations
   * @return the served value
   */
  public static ServedValue variation(UUID predefinedVariationId) {
    Objects.requireNonNull(
        predefinedVariationId, "predefinedVariationId is null: take it from the setting");
    return new ServedValue(
        UpdateValueModel.builder().predefinedVariationId(predefinedVariationId).build(), null);
  }

  static ServedValue of(boolean value) {
    return of(SettingValue.of(value));
  }

  static ServedValue of(String value) {
    return of(SettingValue.of(value));
  }

  static ServedValue of(long value) {
    return of(SettingValue.of(value));
  }

  static ServedValue of(double value) {
    return of(SettingValue.of(value));
  }

  static ServedValue checked(ServedValue value) {
    return Objects.requireNonNull(value, "value is null: give the value to serve");
  }

  /**
   * Converts the value to the model that the V2 operations of the API accept.
   *
   * @return the value in the member of its type, or the id of the predefined variation
   */
  public UpdateValueModel toModel() {
    return model;
  }

  /**
   * Converts the value to the model that the V2 operations of the API accept, after checking it
   * against the setting: its type, and the maximum length of a text. If the setting has predefined
   * variations, refers to the one with this value.
   *
   * @param current the setting's value as last read
   * @return the value in the member of its type, or the id of the predefined variation
   * @throws IllegalArgumentException if the value is not valid for the setting
   */
  public UpdateValueModel toModelFor(SettingFormulaModel current) {
    return SettingConstraints.of(current).take(this);
  }

  /** Returns null for a predefined variation, which may stand for a value of any type. */
  @Nullable FlagType<?> type() {
    return type;
  }

  /** Returns the kind of value; values of different kinds cannot be in one formula. */
  String kind() {
    return type == null ? "predefined variation" : type.toString();
  }

  /** Returns the value. */
  @Override
  public String toString() {
    return model.toString();
  }
}
