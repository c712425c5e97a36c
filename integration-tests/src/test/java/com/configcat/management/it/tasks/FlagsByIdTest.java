package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.core.SdkKey;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.it.fake.FakeConfig;
import com.configcat.management.it.fake.FakeFlag;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.FlagsById;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlagsByIdTest extends Home {
  private static final String OLD_RULES =
      """
      {"value":false,"rolloutRules":[{"comparisonAttribute":"Email","comparator":"contains",
       "comparisonValue":"@a","value":true}],"rolloutPercentageItems":[]}
      """;

  @Test
  void takesPlainValuesInV1Configs() {
    takesPlainValues(configcat.settingValues(), v1);
  }

  @Test
  void takesPlainValuesInV2Configs() {
    takesPlainValues(configcat.settingValuesV2(), v2);
  }

  private void takesPlainValues(FlagsById<?> values, FakeConfig config) {
    UUID where = test.id();
    WriteOptions why = WriteOptions.because("Ticket 42");
    int flag = config.flag("flag").id();
    int text = config.setting("text", "string").id();
    int whole = config.setting("whole", "int").id();
    int decimal = config.setting("decimal", "double").id();

    values.setDefault(where, flag, SettingValue.of(true));
    assertThat(written()).contains("true");
    values.setDefault(where, flag, false);
    assertThat(written()).contains("false");
    values.setDefault(where, flag, true, why);
    assertThat(written()).contains("true");
    values.setDefault(where, text, "a");
    assertThat(written()).contains("\"a\"");
    values.setDefault(where, text, "b", why);
    assertThat(written()).contains("\"b\"");
    values.setDefault(where, whole, 5);
    assertThat(written()).contains("5");
    values.setDefault(where, whole, 6, why);
    assertThat(written()).contains("6");
    values.setDefault(where, decimal, 1.5);
    assertThat(written()).contains("1.5");
    values.setDefault(where, decimal, 2.5, why);
    assertThat(written()).contains("2.5");
    assertThat(writes()).hasSize(9).filteredOn(each -> each.path().contains("reason")).hasSize(4);
    String content = fake.content().toString();
    values.temporarily(where, flag, SettingValue.of(false)).close();
    values.temporarily(where, flag, false).close();
    values.temporarily(where, text, "c").close();
    values.temporarily(where, whole, 7).close();
    values.temporarily(where, decimal, 3.5).close();
    assertThat(writes()).hasSize(9 + 5 * 2);
    assertThat(fake.content()).hasToString(content);
  }

  @Test
  void refusesToBypassTheApprovalThatV1ConfigsLack() {
    int flag = v1.flag("flag").id();
    WriteOptions bypassing = WriteOptions.none().bypassingApproval();
    SettingValue on = SettingValue.of(true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> configcat.settingValues().setDefault(test.id(), flag, on, bypassing))
        .withMessageContaining("leave bypassingApproval() out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configcat.settingValues().temporarily(test.id(), flag, on, bypassing));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                configcat
                    .settingValuesBySdkKey()
                    .temporarily(SdkKey.of("any"), "flag", on, bypassing));
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void keepsTheRulesOfAV1ConfigAndSaysWhatIsThereNow() {
    FakeFlag flag = v1.flag("flag").serve(test, OLD_RULES);

    assertThat(configcat.settingValues().setDefault(test.id(), flag.id(), true))
        .hasValueSatisfying(
            now -> {
              assertThat(now.getValue()).isEqualTo(SettingValue.of(true));
              assertThat(now.getRolloutRules()).hasSize(1);
            });
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void aValueOfAnotherTypeChangesNothingInAV1Config() {
    FakeFlag flag = v1.flag("flag").serve(test, OLD_RULES);

    assertThatThrownBy(() -> configcat.settingValues().setDefault(test.id(), flag.id(), "yes"))
        .isInstanceOf(BadRequestException.class);
    assertThat(flag.served(test).get("value").getAsBoolean()).isFalse();
  }
}
