package com.configcat.management.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value of a flag or setting: a boolean, a string or a number. Numbers keep all digits.
 *
 * <p>A number created from a {@code long} is written as {@code 10}, from a {@code double} as {@code
 * 10.0}. Values are equal if they have the same type and value; {@code 10} and {@code 10.0} are
 * equal. Immutable.
 */
public final class SettingValue {
  private static final SettingValue TRUE = new SettingValue(true);
  private static final SettingValue FALSE = new SettingValue(false);

  private final Object value;

  private SettingValue(Object value) {
    this.value = value;
  }

  /**
   * Creates a boolean value.
   *
   * @param value the value of a feature flag
   * @return the value
   */
  public static SettingValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /**
   * Creates a string value.
   *
   * @param value the value of a text setting; may be empty
   * @return the value
   */
  public static SettingValue of(String value) {
    return new SettingValue(Objects.requireNonNull(value, "value is null: give a string"));
  }

  /**
   * Creates a whole-number value.
   *
   * @param value the value of a whole-number setting
   * @return the value
   */
  public static SettingValue of(long value) {
    return new SettingValue(BigDecimal.valueOf(value));
  }

  /**
   * Creates a decimal value, which is written with a decimal point even if it is a whole number.
   *
   * @param value the value of a decimal setting
   * @return the value
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public static SettingValue of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " is no value of a setting: give a finite number");
    }
    BigDecimal number = BigDecimal.valueOf(value);
    return new SettingValue(number.scale() < 1 ? number.setScale(1) : number);
  }

  /**
   * Creates a number value with exactly the given digits.
   *
   * @param value a number of any size
   * @return the value
   */
  public static SettingValue of(BigDecimal value) {
    return new SettingValue(Objects.requireNonNull(value, "value is null: give a number"));
  }

  /**
   * Returns whether this is a boolean.
   *
   * @return true if {@link #asBoolean()} returns a value
   */
  public boolean isBoolean() {
    return value instanceof Boolean;
  }

  /**
   * Returns whether this is a string.
   *
   * @return true if {@link #asString()} returns a value
   */
  public boolean isString() {
    return value instanceof String;
  }

  /**
   * Returns whether this is a number.
   *
   * @return true if {@link #asNumber()} returns a value
   */
  public boolean isNumber() {
    return value instanceof BigDecimal;
  }

  /**
   * Returns whether this is a number written without a decimal point, like the value of a
   * whole-number setting.
   *
   * @return true for {@code 10}, false for {@code 10.0}
   */
  public boolean isWholeNumber() {
    return value instanceof BigDecimal number && number.scale() <= 0;
  }

  /**
   * Returns the boolean.
   *
   * @return the value
   * @throws IllegalStateException if this is not a boolean
   */
  public boolean asBoolean() {
    return as(Boolean.class);
  }

  /**
   * Returns the string.
   *
   * @return the value
   * @throws IllegalStateException if this is not a string
   */
  public String asString() {
    return as(String.class);
  }

  /**
   * Returns the number.
   *
   * @return the value, with all digits as read or created
   * @throws IllegalStateException if this is not a number
   */
  public BigDecimal asNumber() {
    return as(BigDecimal.class);
  }

  private <T> T as(Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalStateException(
          "The value " + this + " is a " + typeName() + "; ask what it is first");
    }
    return type.cast(value);
  }

  private String typeName() {
    if (isBoolean()) {
      return "boolean";
    }
    return isString() ? "string" : "number";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof SettingValue that)) {
      return false;
    }
    if (value instanceof BigDecimal mine && that.value instanceof BigDecimal theirs) {
      return mine.compareTo(theirs) == 0;
    }
    return value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().hashCode()
        : value.hashCode();
  }

  /** Returns the value as JSON, but without escaping in strings. */
  @Override
  public String toString() {
    return isString() ? "\"" + value + "\"" : value.toString();
  }
}
