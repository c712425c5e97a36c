package com.configcat.management.targeting;

import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateValueModel;
import com.configcat.management.model.ValueModel;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The type of a flag or setting: reads and writes its values, and rejects values of other types.
 *
 * <p>Immutable. The four constants are the only instances, named as in {@link SettingType}.
 *
 * @param <T> the Java type of a value
 */
public final class FlagType<T> {
  /** Feature flags: true or false. */
  public static final FlagType<Boolean> BOOLEAN =
      new FlagType<>(
          SettingType.BOOLEAN,
          "boolValue",
          value -> value.isBoolean() ? value.asBoolean() : null,
          SettingValue::of);

  /** Text settings; a text to serve has 1 to 100,000 characters. */
  public static final FlagType<String> STRING =
      new FlagType<>(
          SettingType.STRING,
          "stringValue",
          value -> value.isString() ? value.asString() : null,
          SettingValue::of);

  /** Whole-number settings, limited to 32 bits; 10.0 is taken for 10, and 10.5 rejected. */
  public static final FlagType<Integer> INT =
      new FlagType<>(SettingType.INT, "intValue", FlagType::toInteger, SettingValue::of);

  /** Decimal settings; whole numbers are accepted as decimals. */
  public static final FlagType<Double> DOUBLE =
      new FlagType<>(SettingType.DOUBLE, "doubleValue", FlagType::toDouble, SettingValue::of);

  private final SettingType settingType;
  private final String member;
  private final Function<SettingValue, @Nullable T> reader;
  private final Function<T, SettingValue> writer;

  private FlagType(
      SettingType settingType,
      String member,
      Function<SettingValue, @Nullable T> reader,
      Function<T, SettingValue> writer) {
    this.settingType = settingType;
    this.member = member;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Returns the type of a setting.
   *
   * @param settingType the setting's type as sent by the service
   * @return the matching type
   * @throws IllegalArgumentException if this version of the client does not know the type
   */
  public static FlagType<?> of(SettingType settingType) {
    Objects.requireNonNull(settingType, "settingType is null: take it from the setting");
    return List.<FlagType<?>>of(BOOLEAN, STRING, INT, DOUBLE).stream()
        .filter(type -> type.settingType == settingType)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The setting's type is unknown to this version of the client: use a newer"
                        + " one"));
  }

  /**
   * Returns the type that a value belongs to; a number written without a fraction belongs to
   * whole-number settings.
   *
   * @param value any value
   * @return the type
   * @throws IllegalArgumentException if it is a whole number that does not fit into 32 bits, or a
   *     number beyond the range of a double
   */
  public static FlagType<?> of(SettingValue value) {
    Objects.requireNonNull(value, "value is null: give the value to serve");
    if (value.isBoolean()) {
      return BOOLEAN;
    }
    if (value.isString()) {
      return STRING;
    }
    FlagType<?> type = value.isWholeNumber() ? INT : DOUBLE;
    Object unused = type.read(value);
    return type;
  }

  /**
   * Returns the API's name of the type.
   *
   * @return the type, as it appears on settings
   */
  public SettingType settingType() {
    return settingType;
  }

  /**
   * Returns the member of a V2 value that holds values of this type, as named in a JSON Patch.
   *
   * @return {@code boolValue}, {@code stringValue}, {@code intValue} or {@code doubleValue}
   */
  public String member() {
    return member;
  }

  /**
   * Checks that a setting has this type.
   *
   * @param actual the setting's type as sent by the service; null and types unknown to this version
   *     of the client are accepted
   * @throws IllegalArgumentException if the setting has another known type
   */
  public void check(@Nullable SettingType actual) {
    if (actual != null && actual.wireValue() != null && actual != settingType) {
      throw new IllegalArgumentException(
          "The setting is of type "
              + actual.wireValue()
              + ", not "
              + this
              + ": give values of its type");
    }
  }

  /**
   * Reads a value of a V2 Config.
   *
   * @param value the value sent by the service
   * @return the Java value
   * @throws IllegalArgumentException if it has another type, or only refers to a predefined
   *     variation
   */
  public T read(ValueModel value) {
    Objects.requireNonNull(value, "value is null: take it from a setting's formula");
    @Nullable SettingValue given = settingValue(value);
    if (given == null) {
      throw new IllegalArgumentException(
          value + " is not a value of type " + this + ": ask for the setting's own type");
    }
    return read(given);
  }

  /**
   * Reads a value of a V1 Config.
   *
   * @param value the value sent by the service
   * @return the Java value
   * @throws IllegalArgumentException if it has another type, or is a number out of range
   */
  public T read(SettingValue value) {
    Objects.requireNonNull(value, "value is null: take it from a setting's value");
    @Nullable T read = reader.apply(value);
    if (read == null) {
      throw new IllegalArgumentException(value + " is not a value of type " + this + limits());
    }
    return read;
  }

  /**
   * Converts a Java value to a value for a V2 Config.
   *
   * @param value the Java value
   * @return the value in the member of this type
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public UpdateValueModel write(T value) {
    return toModel(toSettingValue(value));
  }

  /**
   * Converts an untyped value to a value for a V2 Config.
   *
   * @param value a value that fits this type
   * @return the value in the member of this type
   * @throws IllegalArgumentException if it has another type, or is a number out of range
   */
  public UpdateValueModel convert(SettingValue value) {
    return toModel(toSettingValue(read(value)));
  }

  /**
   * Converts a Java value to a value for a V1 Config.
   *
   * @param value the Java value
   * @return the value as V1 Configs use it
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public SettingValue toSettingValue(T value) {
    return writer.apply(Objects.requireNonNull(value, "value is null: give the value to serve"));
  }

  private @Nullable SettingValue settingValue(ValueModel model) {
    return switch (member) {
      case "boolValue" -> map(model.getBoolValue(), SettingValue::of);
      case "stringValue" -> map(model.getStringValue(), SettingValue::of);
      case "intValue" -> map(model.getIntValue(), SettingValue::of);
      default -> map(model.getDoubleValue(), SettingValue::of);
    };
  }

  private static <V> @Nullable SettingValue map(
      @Nullable V value, Function<V, SettingValue> mapping) {
    return value == null ? null : mapping.apply(value);
  }

  private UpdateValueModel toModel(SettingValue value) {
    UpdateValueModel.Builder builder = UpdateValueModel.builder();
    return switch (member) {
      case "boolValue" -> builder.boolValue(value.asBoolean()).build();
      case "stringValue" -> builder.stringValue(value.asString()).build();
      case "intValue" -> builder.intValue(value.asNumber().intValueExact()).build();
      default -> builder.doubleValue(value.asNumber().doubleValue()).build();
    };
  }

  private static @Nullable Integer toInteger(SettingValue value) {
    try {
      return value.isNumber() ? value.asNumber().intValueExact() : null;
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Double toDouble(SettingValue value) {
    double number = value.isNumber() ? value.asNumber().doubleValue() : Double.NaN;
    return Double.isFinite(number) ? (Double) number : null;
  }

  private String limits() {
    return this.equals(INT)
        ? ": give a whole number that fits into 32 bits"
        : ": give a value of the setting's own type";
  }

  /** Returns the API's name of the type. */
  @Override
  public String toString() {
    return String.valueOf(settingType.wireValue());
  }
}
