package com.configcat.management.internal.flag;

import static com.configcat.management.internal.flag.ScriptedFlags.BY_ID;
import static com.configcat.management.internal.flag.ScriptedFlags.ENVIRONMENT;
import static com.configcat.management.internal.flag.ScriptedFlags.SETTING;
import static com.configcat.management.internal.flag.ScriptedFlags.v1;
import static com.configcat.management.internal.flag.ScriptedFlags.v2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.error.DecodingException;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagHandleTest {
  private static final SdkKey KEY = SdkKey.of("an-sdk-key");
  private static final WriteOptions WHY = WriteOptions.because("why");

  /** The four kinds of a flag's value. */
  enum Kind {
    V1_BY_ID("/v1" + BY_ID),
    V1_BY_SDK_KEY("/v1/settings/k/value"),
    V2_BY_ID("/v2" + BY_ID),
    V2_BY_SDK_KEY("/v2/settings/k/value");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    boolean isV1() {
      return name().startsWith("V1");
    }

    Flag of(ConfigCatManagementClient client) {
      return name().endsWith("ID") ? client.flag(ENVIRONMENT, SETTING) : client.flag(KEY, "k");
    }

    String value(String settingType, String member, String value) {
      return isV1() ? v1(settingType, value) : v2(settingType, "{'" + member + "':" + value + "}");
    }
  }

  private final ScriptedFlags service = new ScriptedFlags();

  @AfterEach
  void stop() {
    service.close();
  }

  /** Has the service serve a value of this kind, and lets the client know of its version. */
  private Flag flag(Kind kind, String value) {
    service.serveConfig(kind.isV1() ? "v1" : "v2").serve(kind.path, value);
    Flag flag = kind.of(service.client);
    flag.get();
    service.requests();
    return flag;
  }

  private Flag flag(Kind kind) {
    return flag(kind, kind.value("boolean", "boolValue", "false"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void sendsNoTextThatCannotBeServed(Kind kind) {
    Flag flag = flag(kind, kind.value("string", "stringValue", "'x'"));

    for (String text : List.of("", "x".repeat(100_001))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> flag.setDefault(text))
          .withMessageContaining("100000");
      assertThatIllegalArgumentException().isThrownBy(() -> flag.replace(text));
      assertThatIllegalArgumentException().isThrownBy(() -> flag.temporarily(text));
    }
    assertThat(service.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void sendsAWholeNumberAsSuchHoweverItIsGiven(Kind kind) {
    Flag flag = flag(kind, kind.value("int", "intValue", "1"));

    flag.replace(10.0);

    assertThat(service.lastSent()).contains(":10}");
    service.requests();
    assertThatIllegalArgumentException().isThrownBy(() -> flag.replace(10.5));
    assertThatIllegalArgumentException().isThrownBy(() -> flag.replace(2147483648L));
    assertThat(service.requests()).noneMatch(request -> request.startsWith("PUT"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tellsThatThereIsNoDefaultOfTheTypeOfTheSetting(Kind kind) {
    String member = kind.isV1() ? "$.value" : "$.defaultValue";
    for (String value : List.of("null", "'x'")) {
      Flag flag = flag(kind, kind.value("boolean", "stringValue", value));

      assertThatExceptionOfType(DecodingException.class)
          .isThrownBy(() -> flag.getDefault(FlagType.BOOLEAN))
          .satisfies(e -> assertThat(e.jsonPath()).isEqualTo(member));
    }
    Flag flag = flag(kind);
    assertThatIllegalArgumentException().isThrownBy(() -> flag.getDefault(FlagType.STRING));
  }

  static Stream<Arguments> values() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                    row(kind, "boolean", "boolValue", "false", "true", f -> f.replace(true)),
                    row(kind, "string", "stringValue", "'x'", "'y'", f -> f.replace("y")),
                    row(kind, "int", "intValue", "1", "2", f -> f.replace(2)),
                    row(kind, "int", "intValue", "1", "2", f -> f.replace(2L)),
                    row(kind, "double", "doubleValue", "1.5", "2.5", f -> f.replace(2.5)),
                    row(kind, "double", "doubleValue", "1.5", "2.0", f -> f.replace(2))));
  }

  private static Arguments row(
      Kind kind,
      String type,
      String member,
      String before,
      String after,
      Function<Flag, FlagValue> replace) {
    return Arguments.of(kind, type, member, before, after, replace);
  }

  @ParameterizedTest
  @MethodSource("values")
  void replacesTheWholeValueByOnePut(
      Kind kind,
      String type,
      String member,
      String before,
      String after,
      Function<Flag, FlagValue> replace) {
    Flag flag = flag(kind, kind.value(type, member, before));

    FlagValue now = replace.apply(flag);

    assertThat(now.evaluationVersion().name()).isEqualTo(kind.isV1() ? "V1" : "V2");
    assertThat(service.requests()).containsExactly("GET " + kind.path, "PUT " + kind.path);
    assertThat(service.lastBody().replace('"', '\''))
        .isEqualTo(
            kind.isV1()
                ? "{'value':" + after + "}"
                : "{'defaultValue':{'" + member + "':" + after + "}}");
  }

  static Stream<Arguments> writes() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, write(f -> f.setDefault("on"))),
                    Arguments.of(kind, write(f -> f.replace(1))),
                    Arguments.of(kind, write(f -> f.replace(1.5, WHY))),
                    Arguments.of(kind, write(f -> f.temporarily(SettingValue.of("on"))))));
  }

  private static Consumer<Flag> write(Consumer<Flag> write) {
    return write;
  }

  @ParameterizedTest
  @MethodSource("writes")
  void refusesAValueOfAnotherTypeBeforeItWrites(Kind kind, Consumer<Flag> write) {
    Flag flag = flag(kind);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> write.accept(flag))
        .withMessageContaining("boolean");
    assertThat(service.requests()).containsExactly("GET " + kind.path);
  }

  @ParameterizedTest
  @EnumSource
  void wantsAReasonBeforeItWritesWhereOneIsRequired(Kind kind) {
    String value = kind.value("boolean", "boolValue", "false");
    Flag flag = flag(kind, value.replaceFirst("\\{", "{'environment':{'reasonRequired':true},"));

    for (Consumer<Flag> write :
        Stream.<Consumer<Flag>>of(
                f -> f.setDefault(true), f -> f.replace(true), f -> f.temporarily(true))
            .toList()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> write.accept(flag))
          .withMessageContaining("WriteOptions.because");
      assertThat(service.requests()).containsExactly("GET " + kind.path);
    }
    assertThat(flag.replace(true, WHY)).isNotNull();
    assertThat(service.requests()).last().asString().contains("reason=why");
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_BY_ID", "V2_BY_SDK_KEY"})
  void servesThePredefinedVariationThatHasTheValue(Kind kind) {
    UUID on = new UUID(0, 4);
    String variations =
        """
        ,'predefinedVariations':[
          {'predefinedVariationId':'%s','value':{'boolValue':true}},
          {'predefinedVariationId':'%s','value':{'boolValue':false}}]
        """
            .formatted(on, new UUID(0, 5));
    Flag flag = flag(kind, v2("boolean", variations, "{'boolValue':false}"));

    flag.replace(true);
    assertThat(service.lastBody())
        .isEqualTo("{\"defaultValue\":{\"predefinedVariationId\":\"" + on + "\"}}");
    flag.setDefault(true);
    assertThat(service.lastBody()).contains("predefinedVariationId", on.toString());
    flag.temporarily(true);
    assertThat(service.lastBody()).contains("predefinedVariationId", on.toString());
  }

  @ParameterizedTest
  @EnumSource
  void saysWhetherTheDefaultChanged(Kind kind) {
    Flag flag = flag(kind);

    EditResult same = flag.setDefault(false);
    assertThat(same.changed()).isFalse();
    assertThat(same.value()).isEqualTo(flag.get());
    assertThat(service.requests()).containsExactly("GET " + kind.path, "GET " + kind.path);

    assertThat(flag.setDefault(true).changed()).isTrue();
    service.on("PATCH " + kind.path, 204, "");
    assertThat(flag.setDefault(true, WHY).changed()).as("204").isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void readsTheDefault(Kind kind) {
    Flag flag = flag(kind, kind.value("int", "intValue", "5"));

    assertThat(flag.getDefault(FlagType.INT)).isEqualTo(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag.getDefault(FlagType.STRING))
        .withMessageContaining("int");
    FlagValue value = flag.get();
    assertThat(kind.isV1() ? value.asV1() : value.asV2()).isNotNull();
    assertThatIllegalStateException().isThrownBy(kind.isV1() ? value::asV2 : value::asV1);
  }

  @ParameterizedTest
  @EnumSource
  void setsAFlagForAWhile(Kind kind) {
    Flag flag = flag(kind);
    service.on("PATCH " + kind.path, 200, kind.value("boolean", "boolValue", "true"));
    TemporaryFlag on = flag.temporarily(true, WHY);

    assertThat(on.before()).contains("false");
    on.close();

    assertThat(service.requests())
        .filteredOn(request -> request.startsWith("PATCH " + kind.path))
        .hasSize(2)
        .allMatch(request -> request.contains("reason=why"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1_BY_ID", "V1_BY_SDK_KEY"})
  void refusesToEditAV1ValueBeforeAnythingIsWritten(String name) {
    Kind kind = Kind.valueOf(name);
    service.serveConfig("v1").serve(kind.path, v1("boolean", "false"));

    assertThatThrownBy(() -> kind.of(service.client).edit(formula -> formula.defaultValue(true)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContainingAll("setDefault", "replace", "settingValues().patch");
    assertThat(service.requests()).hasSize(2).allMatch(request -> request.startsWith("GET "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1_BY_ID", "V1_BY_SDK_KEY"})
  void refusesToBypassTheApprovalThatV1ConfigsLack(String name) {
    Flag flag = flag(Kind.valueOf(name));
    WriteOptions bypassing = WHY.bypassingApproval();

    for (Consumer<Flag> write :
        Stream.<Consumer<Flag>>of(
                f -> f.setDefault(true, bypassing),
                f -> f.replace(true, bypassing),
                f -> f.temporarily(true, bypassing))
            .toList()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> write.accept(flag))
          .withMessageContaining("leave bypassingApproval() out");
    }
    assertThat(service.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"V2_BY_ID", "V2_BY_SDK_KEY"})
  void bypassesTheApprovalOfV2Configs(String name) {
    Flag flag = flag(Kind.valueOf(name));

    flag.replace(true, WHY.bypassingApproval());
    flag.edit(formula -> formula.defaultValue(true), WHY.bypassingApproval());

    assertThat(service.requests())
        .filteredOn(request -> !request.startsWith("GET"))
        .hasSize(2)
        .allMatch(request -> request.contains("bypassApproval=true"))
        .allMatch(request -> request.contains("reason=why"));
  }

  @ParameterizedTest
  @EnumSource
  void showsNoSecretOfAnAnswerThatCannotBeDecoded(Kind kind) {
    Flag flag = flag(kind);
    String value = kind.value("boolean", "boolValue", "false");
    service.serve(
        kind.path, value.replaceFirst("\\{", "{'updatedAt':'" + KEY.value() + " p4ssw0rd',"));

    for (Consumer<Flag> use :
        Stream.<Consumer<Flag>>of(
                Flag::get, f -> f.setDefault(true), f -> f.replace(true), f -> f.temporarily(true))
            .toList()) {
      DecodingException failure =
          catchThrowableOfType(DecodingException.class, () -> use.accept(flag));
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertThat(failure.jsonPath()).isEqualTo("$.updatedAt");
      assertThat(trace.toString())
          .contains("(at $.updatedAt)")
          .doesNotContain(KEY.value(), "p4ssw0rd");
    }
  }

  @Test
  void checksArgumentsBeforeAnythingIsSent() {
    ConfigCatManagementClient client = service.client;

    assertThatNullPointerException()
        .isThrownBy(() -> client.flag((SdkKey) null, "k"))
        .withMessageContaining("SdkKey.of");
    assertThatNullPointerException()
        .isThrownBy(() -> client.flag(KEY, null))
        .withMessageContaining("settingKey");
    assertThatNullPointerException()
        .isThrownBy(() -> client.flag((UUID) null, 7))
        .withMessageContaining("environmentId");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.flag(ENVIRONMENT, 0))
        .withMessageContaining("settingId is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.flag(KEY, " "))
        .withMessageContaining("settingKey is blank");
    for (Flag flag : new Flag[] {client.flag(KEY, "k"), client.flag(ENVIRONMENT, 7)}) {
      assertThatNullPointerException().isThrownBy(() -> flag.setDefault((SettingValue) null));
      assertThatNullPointerException().isThrownBy(() -> flag.replace((String) null));
      assertThatNullPointerException()
          .isThrownBy(() -> flag.replace(true, null))
          .withMessageContaining("WriteOptions.none()");
      assertThatNullPointerException().isThrownBy(() -> flag.edit(null));
      assertThatNullPointerException().isThrownBy(() -> flag.getDefault(null));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> flag.temporarily(Double.NaN))
          .withMessageContaining("finite");
    }
    assertThat(service.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/b", "1a", "-a", "ä", "a b", "0", "configcat-sdk-1/secret/key"})
  void refusesWhatIsNoKeyAndDoesNotShowIt(String settingKey) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service.client.flag(KEY, settingKey))
        .withMessageStartingWith("settingKey is not the key of a flag")
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "newCheckout", "a-b_C9", "42"})
  void takesKeysAndIds(String settingKey) {
    assertThat(service.client.flag(KEY, settingKey)).isNotNull();
  }
}
