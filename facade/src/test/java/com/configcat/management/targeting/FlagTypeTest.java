package com.configcat.management.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.ValueModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagTypeTest {
  private static final List<FlagType<?>> ALL =
      List.of(FlagType.BOOLEAN, FlagType.STRING, FlagType.INT, FlagType.DOUBLE);

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(FlagType.BOOLEAN, false, "{\"boolValue\":false}", "false"),
        Arguments.of(FlagType.STRING, "", "{\"stringValue\":\"\"}", "\"\""),
        Arguments.of(FlagType.INT, 0, "{\"intValue\":0}", "0"),
        Arguments.of(FlagType.INT, Integer.MIN_VALUE, "{\"intValue\":-2147483648}", "-2147483648"),
        Arguments.of(FlagType.DOUBLE, 10.0, "{\"doubleValue\":10.0}", "10.0"),
        Arguments.of(FlagType.DOUBLE, 1.5E-7, "{\"doubleValue\":1.5E-7}", "1.5E-7"));
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void readsWhatItWrites(FlagType<T> type, T value, String v2, String v1) {
    var gson = ManagementGson.create();

    assertThat(gson.toJson(type.write(value))).isEqualTo(v2);
    assertThat(type.read(gson.fromJson(v2, ValueModel.class))).isEqualTo(value);
    assertThat(gson.toJson(type.toSettingValue(value))).isEqualTo(v1);
    assertThat(type.read(gson.fromJson(v1, SettingValue.class))).isEqualTo(value);
    assertThat(v2).contains("\"" + type.member() + "\"");
  }

  @ParameterizedTest
  @MethodSource("values")
  void refusesValuesOfAnotherType(FlagType<?> type, Object value, String v2, String v1) {
    var gson = ManagementGson.create();
    for (FlagType<?> other : ALL) {
      if (other != type) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> other.read(gson.fromJson(v2, ValueModel.class)))
            .withMessageContaining("is not a value of type " + other);
      }
    }
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    for (String number : List.of("2147483648", "-2147483649", "1.5", "1e400")) {
      SettingValue value = SettingValue.of(new BigDecimal(number));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FlagType.INT.read(value))
          .withMessageContaining("32 bits");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagType.DOUBLE.convert(SettingValue.of(new BigDecimal("1.0e400"))));
    assertThatIllegalArgumentException().isThrownBy(() -> FlagType.DOUBLE.write(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagType.BOOLEAN.convert(SettingValue.of("true")));
    assertThatNullPointerException()
        .isThrownBy(() -> FlagType.STRING.write(null))
        .withMessageContaining("give the value to serve");
  }

  @Test
  void convertsAWholeNumberForADecimalSettingAndBackIfNothingIsLost() {
    assertThat(FlagType.DOUBLE.convert(SettingValue.of(10)).getDoubleValue()).isEqualTo(10.0);
    assertThat(FlagType.INT.convert(SettingValue.of(10.0)).getIntValue()).isEqualTo(10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagType.INT.convert(SettingValue.of(10.5)))
        .withMessageContaining("whole number");
  }

  @Test
  void saysWhyAPredefinedVariationCannotBeRead() {
    ValueModel variation = ValueModel.builder().predefinedVariationId(new UUID(1, 2)).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagType.STRING.read(variation))
        .withMessageContaining("predefinedVariationId");
  }

  @Test
  void findsTheTypeOfAValue() {
    assertThat(FlagType.of(SettingValue.of(true))).isSameAs(FlagType.BOOLEAN);
    assertThat(FlagType.of(SettingValue.of("1"))).isSameAs(FlagType.STRING);
    assertThat(FlagType.of(SettingValue.of(1))).isSameAs(FlagType.INT);
    assertThat(FlagType.of(SettingValue.of(1.0))).isSameAs(FlagType.DOUBLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagType.of(SettingValue.of(1L << 31)))
        .withMessageContaining("32 bits");
  }

  @Test
  void knowsEverySettingTypeOfTheDocument() throws Exception {
    assertThat(ALL.stream().map(type -> type.settingType().wireValue()))
        .as("FlagType needs a constant for each type of the document")
        .containsExactlyInAnyOrderElementsOf(PinnedEnum.values("SettingType"));
    assertThat(ALL).allSatisfy(type -> assertThat(FlagType.of(type.settingType())).isSameAs(type));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagType.of(SettingType.UNRECOGNIZED))
        .withMessageContaining("newer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STRING", "INT", "DOUBLE"})
  void refusesASettingOfAnotherType(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagType.BOOLEAN.check(SettingType.valueOf(name)))
        .withMessageContaining("not boolean");
  }

  @Test
  void letsItsOwnTypeAndUnknownOnesPass() {
    assertThatCode(
            () -> {
              FlagType.BOOLEAN.check(SettingType.BOOLEAN);
              FlagType.BOOLEAN.check(SettingType.UNRECOGNIZED);
              FlagType.BOOLEAN.check(null);
            })
        .doesNotThrowAnyException();
  }
}
