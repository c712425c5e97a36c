package com.configcat.management.targeting;

import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateValueModel;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a flag serves: a value, or one of the setting's predefined variations.
 *
 * <p>Most methods that take one also take a boolean, a text or a number. Immutable.
 */
public final class ServedValue {
  private final UpdateValueModel model;
  private final @Nullable FlagType<?> type;

  private ServedValue(UpdateValueModel model, @Nullable FlagType<?> type) {
    this.model = model;
    this.type = type;
  }

  /**
   * Serves a value; a number without a fraction is for whole-number settings.
   *
   * @param value the value
   * @return what is served
   * @throws IllegalArgumentException if it is a whole number that does not fit into 32 bits
   */
  public static ServedValue of(SettingValue value) {
    FlagType<?> type = FlagType.of(value);
    return new ServedValue(type.convert(value), type);
  }

  /**
   * Serves a predefined variation.
   *
   * @param predefinedVariationId the id of one of the setting's predefined variations
   * @return what is served
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
    return Objects.requireNonNull(value, "value is null: give what the flag is to serve");
  }

  /**
   * Returns the value as the API's V2 operations take it.
   *
   * @return the value in the member that belongs to its type
   */
  public UpdateValueModel toModel() {
    return model;
  }

  /**
   * Returns the value as the API's V2 operations take it, having checked that the setting takes it:
   * its type, and how long a text may be.
   *
   * @param current the setting's value as it was read last
   * @return the value in the member that belongs to its type
   * @throws IllegalArgumentException if the setting does not take the value
   */
  public UpdateValueModel toModelFor(SettingFormulaModel current) {
    return SettingConstraints.of(current).take(this);
  }

  /** Returns null for a predefined variation, which may stand for a value of any type. */
  @Nullable FlagType<?> type() {
    return type;
  }

  /** Says what this is, to tell values apart that cannot go into one formula. */
  String kind() {
    return type == null ? "predefined variation" : type.toString();
  }

  /** Returns the value. */
  @Override
  public String toString() {
    return model.toString();
  }
}
