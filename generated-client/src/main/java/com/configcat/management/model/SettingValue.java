package com.configcat.management.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flag's value: a boolean, a string or a number, which keeps its type and every digit on the
 * wire.
 *
 * <p>A number made from a {@code long} travels as {@code 10}, one made from a {@code double} as
 * {@code 10.0}. Immutable. Two are equal when they have the same type and value; numbers that
 * differ only in trailing zeros are equal.
 */
public final class SettingValue {
  private final Object value;

  private SettingValue(Object value) {
    this.value = value;
  }

  /**
   * Makes a boolean value.
   *
   * @param value the value of a feature flag
   * @return the value
   */
  public static SettingValue of(boolean value) {
    return new SettingValue(value);
  }

  /**
   * Makes a string value.
   *
   * @param value the value of a text setting; may be empty
   * @return the value
   */
  public static SettingValue of(String value) {
    return new SettingValue(Objects.requireNonNull(value, "value is null: give a string"));
  }

  /**
   * Makes a whole-number value.
   *
   * @param value the value of an integer setting
   * @return the value
   */
  public static SettingValue of(long value) {
    return new SettingValue(BigDecimal.valueOf(value));
  }

  /**
   * Makes a decimal value, written with a decimal point even when it is whole.
   *
   * @param value the value of a decimal setting
   * @return the value
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static SettingValue of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " is no value of a setting: give a finite number");
    }
    BigDecimal number = BigDecimal.valueOf(value);
    return new SettingValue(number.scale() < 1 ? number.setScale(1) : number);
  }

  /**
   * Makes a number value with exactly these digits.
   *
   * @param value a number of any size
   * @return the value
   */
  public static SettingValue of(BigDecimal value) {
    return new SettingValue(Objects.requireNonNull(value, "value is null: give a number"));
  }

  /**
   * Says whether this is a boolean.
   *
   * @return whether {@link #asBoolean()} works
   */
  public boolean isBoolean() {
    return value instanceof Boolean;
  }

  /**
   * Says whether this is a string.
   *
   * @return whether {@link #asString()} works
   */
  public boolean isString() {
    return value instanceof String;
  }

  /**
   * Says whether this is a number.
   *
   * @return whether {@link #asNumber()} works
   */
  public boolean isNumber() {
    return value instanceof BigDecimal;
  }

  /**
   * Says whether this is a number written without a fraction, as the value of an integer setting
   * is.
   *
   * @return whether this is a whole number without a decimal point
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
   * @return the value, with the digits it came with
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

  /** Returns the value as JSON shows it, but for escapes in a string. */
  @Override
  public String toString() {
    return isString() ? "\"" + value + "\"" : value.toString();
  }
}
