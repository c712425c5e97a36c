package com.configcat.management.internal.ensure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.model.CreatePredefinedVariationModel;
import com.configcat.management.model.CreatePredefinedVariationValueModel;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.InitialValue;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesiredStateTest {
  private static CreateSettingInitialValues.Builder setting(String key) {
    return CreateSettingInitialValues.builder()
        .key(key)
        .name("Size")
        .settingType(SettingType.STRING);
  }

  private static CreatePredefinedVariationModel variation(String name, String value) {
    return CreatePredefinedVariationModel.builder()
        .name(name)
        .value(CreatePredefinedVariationValueModel.builder().stringValue(value).build())
        .build();
  }

  private static DesiredState of(CreateSettingInitialValues.Builder setting) {
    return DesiredState.of(ResourceKind.FLAG, setting.build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "isMyFlag", "A-b_9", "z9"})
  void takesKeys(String key) {
    assertThat(of(setting(key)).identity()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9a", "_a", "-a", "a b", "a.b", "é", "a\u00e9"})
  void refusesWhatIsNoKey(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(setting(key)))
        .withMessageContaining("a letter followed by");
  }

  @Test
  void refusesVariationsOfOneValueOrName() {
    assertThat(
            of(
                setting("size")
                    .predefinedVariations(List.of(variation("S", "s"), variation("L", "l")))))
        .isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                of(
                    setting("size")
                        .predefinedVariations(List.of(variation("S", "s"), variation("L", "s")))))
        .withMessageContaining("have the value");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                of(
                    setting("size")
                        .predefinedVariations(List.of(variation("S", "s"), variation("S", "l")))))
        .withMessageContaining("have the name");
  }

  @Test
  void takesVariationsWithoutNames() {
    assertThat(
            of(
                setting("size")
                    .predefinedVariations(List.of(variation(null, "s"), variation(null, "l")))))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100_001})
  void refusesTextsThatCannotBeServed(int length) {
    String text = "x".repeat(length);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(setting("size").predefinedVariations(List.of(variation("S", text)))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                of(
                    setting("size")
                        .initialValues(
                            List.of(
                                InitialValue.builder()
                                    .environmentId(new UUID(0, 1))
                                    .value(SettingValue.of(text))
                                    .build()))));
  }

  @ParameterizedTest
  @EnumSource
  void refusesTwoThatDifferInCaseOnlyWhereTheServiceWould(ResourceKind kind) {
    List<CreateSettingInitialValues> models =
        List.of(setting("isOn").name("Is on").build(), setting("ISON").name("IS ON").build());

    if (kind.ignoresCase()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DesiredState.all(kind, models))
          .withMessageContaining("IS")
          .withMessageContaining("but for the letter case ('");
    } else {
      assertThat(DesiredState.all(kind, models)).hasSize(2);
    }
  }

  @Test
  void tellsWhichOfManyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DesiredState.all(
                    ResourceKind.FLAG, List.of(setting("ok").build(), setting("no way").build())))
        .withMessageStartingWith("The key 'no way' is no key")
        .withMessageEndingWith("(number 2 of 2)");
  }
}
