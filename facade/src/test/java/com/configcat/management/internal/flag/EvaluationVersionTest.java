package com.configcat.management.internal.flag;

import static com.configcat.management.internal.flag.ScriptedFlags.BY_ID;
import static com.configcat.management.internal.flag.ScriptedFlags.CONFIG;
import static com.configcat.management.internal.flag.ScriptedFlags.ENVIRONMENT;
import static com.configcat.management.internal.flag.ScriptedFlags.SETTING;
import static com.configcat.management.internal.flag.ScriptedFlags.VERSION;
import static com.configcat.management.internal.flag.ScriptedFlags.v1;
import static com.configcat.management.internal.flag.ScriptedFlags.v2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.EvaluationVersionUnknownException;
import com.configcat.management.flag.Flag;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.SettingValue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a handle finds out the evaluation version of a flag's Config, and that it remembers it. */
class EvaluationVersionTest {
  private static final SdkKey KEY = SdkKey.of("an-sdk-key");
  private static final String V1_KEY = "/v1/settings/k/value";
  private static final String V2_KEY = "/v2/settings/k/value";
  private static final String V1_OFF = v1("boolean", "false");
  private static final String V2_OFF = v2("boolean", "{'boolValue':false}");

  private final ScriptedFlags service = new ScriptedFlags();
  private final Flag byKey = service.client.flag(KEY, "k");
  private final Flag byId = service.client.flag(ENVIRONMENT, SETTING);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void sendsNothingBeforeItIsNeeded() {
    assertThat(List.of(byKey.toString(), byId.toString()))
        .containsExactly("flag k of SdkKey{***}", "flag 7 in environment " + ENVIRONMENT);
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void readsTheFlagAndItsConfigForAV1FlagById() {
    service.serveConfig("v1").serve("/v1" + BY_ID, V1_OFF);

    assertThat(byId.setDefault(true).value().evaluationVersion()).isEqualTo(EvaluationVersion.V1);
    assertThat(service.requests())
        .containsExactly(
            "GET /v1/settings/7",
            "GET /v1/configs/" + CONFIG,
            "GET /v1" + BY_ID,
            "PATCH /v1" + BY_ID);

    byId.setDefault(true);
    service.client.flag(ENVIRONMENT, SETTING).setDefault(true);
    assertThat(service.requests())
        .containsExactly(
            "GET /v1" + BY_ID, "PATCH /v1" + BY_ID, "GET /v1" + BY_ID, "PATCH /v1" + BY_ID);
  }

  @Test
  void readsTheFlagAndItsConfigForAV2FlagById() {
    service.serveConfig("v2").serve("/v2" + BY_ID, V2_OFF);
    List<String> write =
        List.of("GET /v2" + BY_ID, "PATCH /v2" + BY_ID + "?latestVersionId=" + VERSION);

    assertThat(byId.setDefault(true).value().evaluationVersion()).isEqualTo(EvaluationVersion.V2);
    assertThat(service.requests())
        .startsWith("GET /v1/settings/7", "GET /v1/configs/" + CONFIG)
        .endsWith(write.toArray(String[]::new))
        .hasSize(4);

    byId.edit(formula -> formula.defaultValue(true));
    assertThat(service.requests()).isEqualTo(write);
  }

  @Test
  void readsTheConfigOnceForAllOfItsFlags() {
    service.serveConfig("v2").serve("/v2" + BY_ID, V2_OFF);
    String other = BY_ID.replace("/7/", "/8/");
    service
        .on("GET /v1/settings/8", 200, "{'settingId':8,'configId':'" + CONFIG + "'}")
        .serve("/v2" + other, V2_OFF);

    byId.get();
    service.client.flag(ENVIRONMENT, 8).get();

    assertThat(service.requests())
        .containsExactly(
            "GET /v1/settings/7",
            "GET /v1/configs/" + CONFIG,
            "GET /v2" + BY_ID,
            "GET /v1/settings/8",
            "GET /v2" + other);
  }

  @Test
  void readsTheV2ValueForAV2FlagBySdkKey() {
    service.serve(V2_KEY, V2_OFF).serve("/v2/settings/other/value", V2_OFF);

    byKey.get();
    assertThat(service.requests()).containsExactly("GET " + V2_KEY, "GET " + V2_KEY);

    byKey.get();
    service.client.flag(KEY, "other").get();
    assertThat(service.requests()).containsExactly("GET " + V2_KEY, "GET /v2/settings/other/value");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void readsTheV1ValueWhereTheV2ReadIsRefused(int status) {
    service.on("GET " + V2_KEY, status, "").serve(V1_KEY, V1_OFF);

    byKey.get();
    assertThat(service.requests())
        .containsExactly("GET " + V2_KEY, "GET " + V1_KEY, "GET " + V1_KEY);

    byKey.get();
    assertThat(service.requests()).containsExactly("GET " + V1_KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 429, 500, 503, 302})
  void doesNotTakeOtherFailuresForAnAnswer(int status) {
    service.on("GET " + V2_KEY, status, "").serve(V1_KEY, V1_OFF);

    ConfigCatException failure =
        catchThrowableOfType(ConfigCatException.class, () -> byKey.setDefault(true));

    assertThat(failure.operation()).hasToString("GET /v2/settings/{settingKeyOrId}/value");
    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    assertThat(service.requests()).isNotEmpty().containsOnly("GET " + V2_KEY);
  }

  @Test
  void believesTheConfigInTheAnswerAndNotTheStatus() {
    service.serve(V2_KEY, V1_OFF).serve(V1_KEY, V1_OFF);
    SdkKey other = SdkKey.of("another");

    assertThat(byKey.get().evaluationVersion()).isEqualTo(EvaluationVersion.V1);
    assertThat(service.requests()).containsExactly("GET " + V2_KEY, "GET " + V1_KEY);

    service.on("GET " + V2_KEY, 404, "").serve(V1_KEY, V2_OFF);
    assertThat(catchThrowable(() -> service.client.flag(other, "k").get()))
        .isInstanceOf(ApiException.class);
    assertThat(service.requests())
        .containsExactly("GET " + V2_KEY, "GET " + V1_KEY, "GET " + V2_KEY);
  }

  @ParameterizedTest
  @CsvSource({"404,404", "400,404", "404,400", "409,500", "404,401", "400,429"})
  void tellsBothFailures(int v2, int v1) {
    service.on("GET " + V2_KEY, v2, "'no " + v2 + "'").on("GET " + V1_KEY, v1, "'nor " + v1 + "'");

    EvaluationVersionUnknownException failure =
        catchThrowableOfType(EvaluationVersionUnknownException.class, () -> byKey.replace(true));

    assertThat(failure)
        .hasMessageContaining("GET /v2/settings/{settingKeyOrId}/value answered " + v2)
        .hasMessageContaining("GET /v1/settings/{settingKeyOrId}/value");
    assertThat(failure.getCause()).hasMessageContaining("/v1/");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(failure.getSuppressed()[0]).hasMessageContaining("no " + v2);
    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    assertThat(service.requests()).allMatch(request -> request.startsWith("GET "));

    service.serve(V2_KEY, V2_OFF);
    assertThat(byKey.get()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'config':null}", "{'config':{'evaluationVersion':'v3'}}"})
  void refusesToGuess(String body) {
    service.on("GET " + V2_KEY, 200, body);

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> byKey.setDefault(true));

    assertThat(failure.jsonPath()).isEqualTo("$.config.evaluationVersion");
    assertThat(service.requests()).containsExactly("GET " + V2_KEY);
  }

  @Test
  void refusesToGuessByIdAsWell() {
    service.on("GET /v1/settings/7", 200, "{'settingId':7}");
    assertThat(catchThrowableOfType(DecodingException.class, byId::get).jsonPath())
        .isEqualTo("$.configId");

    service.serveConfig("v3");
    assertThat(catchThrowableOfType(DecodingException.class, byId::get).jsonPath())
        .isEqualTo("$.evaluationVersion");
    assertThat(catchThrowable(() -> service.client.flag(ENVIRONMENT, 9).get()))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void remembersForClientsWithOtherOptionsToo() {
    service.serve(V2_KEY, V2_OFF);
    byKey.get();
    assertThat(service.requests()).hasSize(2);

    service.client.withOptions(options -> options.maxAttempts(1)).flag(KEY, "k").get();

    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void forgetsWhatWasUsedLeastRecently() {
    EvaluationVersionCache cache = new EvaluationVersionCache();
    IntStream.rangeClosed(0, EvaluationVersionCache.CAPACITY)
        .forEach(
            i -> {
              cache.put(SdkKey.of("key" + i), ValueFormat.V2);
              cache.put(new UUID(0, i), ValueFormat.V2);
              cache.putConfigOf(i, CONFIG);
              assertThat(cache.get(SdkKey.of("key0"))).isNotNull();
              assertThat(cache.get(new UUID(0, 0))).isNotNull();
              assertThat(cache.configOf(0)).isNotNull();
            });

    assertThat(cache.get(SdkKey.of("key1"))).isNull();
    assertThat(cache.get(new UUID(0, 1))).isNull();
    assertThat(cache.configOf(1)).isNull();
    assertThat(cache.get(SdkKey.of("key2"))).isNotNull();
  }

  @Test
  void canBeAskedByManyThreads() {
    service.serve(V2_KEY, V2_OFF);

    // Virtual time is for one thread.
    try (ConfigCatManagementClient client = service.clientInRealTime()) {
      Flag flag = client.flag(KEY, "k");
      List<CompletableFuture<Boolean>> reads =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> flag.get() != null))
              .limit(8)
              .toList();
      assertThat(reads).allMatch(CompletableFuture::join);
    }

    assertThat(service.requests()).hasSizeBetween(9, 16).containsOnly("GET " + V2_KEY);
  }

  @Test
  void oneReplaceReadsNoMoreThanOneWriteNeeds() {
    service.on("GET " + V2_KEY, 404, "").serve(V1_KEY, V1_OFF);

    byKey.replace(SettingValue.of(true));

    assertThat(service.requests())
        .containsExactly("GET " + V2_KEY, "GET " + V1_KEY, "GET " + V1_KEY, "PUT " + V1_KEY);
  }
}
