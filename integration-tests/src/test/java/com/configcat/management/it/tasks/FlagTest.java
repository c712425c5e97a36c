package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.api.SdkKey;
import com.configcat.management.error.EvaluationVersionUnknownException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.SettingValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handles on a service with state, for all types of flags. */
class FlagTest extends Home {
  private static final String OLD_RULES =
      """
      {"value":false,"rolloutRules":[{"comparisonAttribute":"Email","comparator":"contains",
       "comparisonValue":"@a","value":true}],"rolloutPercentageItems":[]}
      """;

  private Flag handle(FakeFlag flag) {
    return configcat.flag(test.id(), flag.id());
  }

  @Test
  void takesPlainValuesInV1Configs() {
    takesPlainValues(v1);
  }

  @Test
  void takesPlainValuesInV2Configs() {
    takesPlainValues(v2);
  }

  private void takesPlainValues(FakeConfig config) {
    WriteOptions why = WriteOptions.because("Ticket 42");
    Flag flag = handle(config.flag("flag"));
    Flag text = handle(config.setting("text", "string"));
    Flag whole = handle(config.setting("whole", "int"));
    Flag decimal = handle(config.setting("decimal", "double"));

    flag.setDefault(SettingValue.of(true));
    assertThat(written()).contains("true");
    flag.setDefault(false);
    assertThat(written()).contains("false");
    flag.setDefault(true, why);
    assertThat(written()).contains("true");
    text.setDefault("a");
    assertThat(written()).contains("\"a\"");
    text.setDefault("b", why);
    assertThat(written()).contains("\"b\"");
    whole.setDefault(5);
    assertThat(written()).contains("5");
    whole.setDefault(6, why);
    assertThat(written()).contains("6");
    decimal.setDefault(1.5);
    assertThat(written()).contains("1.5");
    decimal.setDefault(2.5, why);
    assertThat(written()).contains("2.5");
    assertThat(writes()).hasSize(9).filteredOn(each -> each.path().contains("reason")).hasSize(4);
    String content = fake.content().toString();
    flag.temporarily(SettingValue.of(false)).close();
    flag.temporarily(false).close();
    text.temporarily("c").close();
    whole.temporarily(7).close();
    decimal.temporarily(3.5).close();
    flag.temporarily(false, why).close();
    text.temporarily("c", why).close();
    whole.temporarily(7, why).close();
    decimal.temporarily(3.5, why).close();
    assertThat(writes()).hasSize(9 + 9 * 2);
    assertThat(fake.content()).hasToString(content);
    flag.replace(SettingValue.of(false));
    flag.replace(true);
    text.replace("d", why);
    text.replace("e");
    whole.replace(8, why);
    whole.replace(9);
    decimal.replace(4.5, why);
    decimal.replace(5.5);
    assertThat(flag.replace(false, why)).isEqualTo(flag.get());
    assertThat(writes()).filteredOn(each -> each.method().equals("PUT")).hasSize(9);
  }

  @Test
  void refusesToBypassTheApprovalThatV1ConfigsLack() {
    Flag flag = handle(v1.flag("flag"));
    WriteOptions bypassing = WriteOptions.none().bypassingApproval();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag.setDefault(true, bypassing))
        .withMessageContaining("leave bypassingApproval() out");
    assertThatIllegalArgumentException().isThrownBy(() -> flag.temporarily(true, bypassing));
    assertThat(writes()).isEmpty();
  }

  @Test
  void keepsTheRulesOfAV1ConfigAndSaysWhatIsThereNow() {
    FakeFlag flag = v1.flag("flag").serve(test, OLD_RULES);

    EditResult set = handle(flag).setDefault(true);

    assertThat(set.changed()).isTrue();
    assertThat(set.value().asV1().getValue()).isEqualTo(SettingValue.of(true));
    assertThat(set.value().asV1().getRolloutRules()).hasSize(1);
    assertThat(handle(flag).setDefault(true).changed()).isFalse();
    assertThat(writes()).hasSize(1);
  }

  @Test
  void replacingDeletesTheRules() {
    FakeFlag flag = v1.flag("flag").serve(test, OLD_RULES);

    assertThat(handle(flag).replace(true).asV1().getRolloutRules()).isEmpty();
    assertThat(written()).isEqualTo("{\"value\":true}");
  }

  @Test
  void aValueOfAnotherTypeIsNotSentToAV1Config() {
    FakeFlag flag = v1.flag("flag").serve(test, OLD_RULES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> handle(flag).setDefault("yes"))
        .withMessageContaining("boolean");
    assertThat(writes()).isEmpty();
    assertThat(flag.served(test).get("value").getAsBoolean()).isFalse();
  }

  @Test
  void refusesToEditAV1Flag() {
    FakeFlag flag = v1.flag("flag");

    assertThatThrownBy(() -> handle(flag).edit(formula -> formula.defaultValue(true)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("setDefault");
    assertThat(writes()).isEmpty();
  }

  @Test
  void findsOutTheVersionOfAllFourKinds() {
    FakeFlag old = v1.flag("old");
    FakeFlag young = v2.flag("young");
    SdkKey oldKey = SdkKey.of(v1.sdkKey(test));
    SdkKey key = SdkKey.of(v2.sdkKey(test));

    configcat.flag(oldKey, "old").setDefault(true);
    assertThat(operations())
        .containsExactly(
            "GET /v2/settings/old/value",
            "GET /v1/settings/old/value",
            "GET /v1/settings/old/value",
            "PATCH /v1/settings/old/value");
    configcat.flag(key, Integer.toString(young.id())).setDefault(true);
    assertThat(operations()).hasSize(3).last().asString().startsWith("PATCH /v2/settings/");
    handle(old).setDefault(false);
    assertThat(operations()).hasSize(4).last().asString().startsWith("PATCH /v1/environments/");
    handle(young).setDefault(false);
    assertThat(operations()).hasSize(4).last().asString().startsWith("PATCH /v2/environments/");
    configcat.flag(oldKey, "old").setDefault(true);
    configcat.flag(key, "young").setDefault(true);
    handle(old).setDefault(false);
    handle(young).setDefault(false);
    assertThat(operations()).hasSize(4 * 2);
  }

  private List<String> operations() {
    var all =
        fake.requests().stream().map(request -> request.method() + " " + path(request)).toList();
    fake.forgetRequests();
    return all;
  }

  private static String path(ReceivedRequest request) {
    return request.path().replaceFirst("\\?.*", "");
  }

  @Test
  void tellsWhatIsNotThere() {
    SdkKey key = SdkKey.of(v2.sdkKey(test));

    assertThatThrownBy(() -> configcat.flag(key, "none").setDefault(true))
        .isInstanceOf(EvaluationVersionUnknownException.class)
        .hasCauseInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> configcat.flag(SdkKey.of("no-key"), "flag").replace(true))
        .isInstanceOf(EvaluationVersionUnknownException.class);
    assertThatThrownBy(() -> configcat.flag(test.id(), 12345).setDefault(true))
        .isInstanceOf(NotFoundException.class);
    assertThat(writes()).isEmpty();
  }
}
