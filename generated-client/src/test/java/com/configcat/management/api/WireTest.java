package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.api.AuditLogsApi.GetAuditlogsV2Options;
import com.configcat.management.api.ChangeRequestsApi.GetChangeRequestsOptions;
import com.configcat.management.api.SettingValuesBySdkKeyApi.ReplaceSettingValueBySdkkeyOptions;
import com.configcat.management.api.StaleFlagsApi.GetStaleflagsOptions;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.codec.WireFormat;
import com.configcat.management.model.AuditLogType;
import com.configcat.management.model.ChangeRequestStatus;
import com.configcat.management.model.IntegrationLinkType;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateSettingValueModel;
import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

class WireTest {
  private static final UUID ID = UUID.fromString("08d8f29c-6b0d-4e5d-8f3a-5f6b3f4f8c01");
  private static final SdkKey SDK_KEY = SdkKey.of("sdk");
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
    server.enqueue(new MockResponse.Builder().body("{}").build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private <T> T api(Class<T> type) {
    return new Retrofit.Builder()
        .baseUrl(server.url("/base/"))
        .addConverterFactory(WireFormat.create())
        .addConverterFactory(GsonConverterFactory.create(ManagementGson.create()))
        .build()
        .create(type);
  }

  private RecordedRequest sent(Call<?> call) throws Exception {
    call.execute();
    return server.takeRequest();
  }

  /** Calls the method with all parameters, of which there may be more with each document. */
  private void withAll(Class<?> type, String id, Object... first) throws Exception {
    Method all =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(id + "WithAll"))
            .findFirst()
            .orElseThrow();
    Call<?> call = (Call<?>) all.invoke(api(type), Arrays.copyOf(first, all.getParameterCount()));
    call.execute();
  }

  @Test
  void sendsTheDocumentedWrite() throws Exception {
    RecordedRequest request =
        sent(
            api(SettingValuesBySdkKeyApi.class)
                .replaceSettingValueBySdkkey(
                    "enableMyAwesomeFeature",
                    SdkKey.of("sdk-key"),
                    UpdateSettingValueModel.builder().value(SettingValue.of(true)).build(),
                    ReplaceSettingValueBySdkkeyOptions.builder().reason("a & b").build()));

    assertThat(request.getRequestLine())
        .isEqualTo(
            "PUT /base/v1/settings/enableMyAwesomeFeature/value?reason=a%20%26%20b HTTP/1.1");
    assertThat(request.getHeaders().get("X-CONFIGCAT-SDKKEY")).isEqualTo("sdk-key");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
    assertThat(request.getBody().utf8()).isEqualTo("{\"value\":true}");
  }

  @Test
  void sendsNoOptionThatIsNotSet() throws Exception {
    Call<?> without = api(AuditLogsApi.class).getAuditlogsV2(ID);
    Call<?> withNone = api(AuditLogsApi.class).getAuditlogsV2(ID, GetAuditlogsV2Options.none());

    assertThat(sent(without).getTarget()).isEqualTo("/base/v2/products/" + ID + "/auditlogs");
    server.enqueue(new MockResponse.Builder().body("{}").build());
    assertThat(sent(withNone).getTarget()).isEqualTo("/base/v2/products/" + ID + "/auditlogs");
  }

  @Test
  void sendsOptionsAsTheApiSpellsThem() throws Exception {
    GetAuditlogsV2Options options =
        GetAuditlogsV2Options.builder()
            .auditLogType(AuditLogType.SETTING_VALUE_CHANGED)
            .fromUtcDateTime(OffsetDateTime.of(2026, 8, 1, 0, 0, 0, 0, ZoneOffset.ofHours(2)))
            .pageNumber(2)
            .build();

    assertThat(sent(api(AuditLogsApi.class).getAuditlogsV2(ID, options)).getUrl().query())
        .isEqualTo(
            "auditLogType=settingValueChanged&fromUtcDateTime=2026-08-01T00:00:00+02:00&pageNumber=2");
  }

  @Test
  void repeatsLists() throws Exception {
    GetStaleflagsOptions options =
        GetStaleflagsOptions.builder()
            .ignoredTagIds(List.of(1L, 2L))
            .ignoredEnvironmentIds(List.of(ID))
            .build();

    assertThat(sent(api(StaleFlagsApi.class).getStaleflags(ID, options)).getUrl().query())
        .isEqualTo("ignoredEnvironmentIds=" + ID + "&ignoredTagIds=1&ignoredTagIds=2");
  }

  @Test
  void refusesToSendUnknownEnumValues() {
    GetChangeRequestsOptions options =
        GetChangeRequestsOptions.builder()
            .changeRequestStatusFilter(
                List.of(ChangeRequestStatus.OPEN, ChangeRequestStatus.UNRECOGNIZED))
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> api(ChangeRequestsApi.class).getChangeRequests(ID, options).execute());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                api(IntegrationLinksApi.class)
                    .getIntegrationLinkDetails(IntegrationLinkType.UNRECOGNIZED, "K-1")
                    .execute());
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a%2Fb",
    "a%b, a%25b",
    "a?b#c, a%3Fb%23c",
    "'a b', a%20b",
    "ключ, %D0%BA%D0%BB%D1%8E%D1%87"
  })
  void encodesKeysInThePath(String key, String encoded) throws Exception {
    assertThat(
            sent(api(SettingValuesBySdkKeyApi.class).getSettingValueBySdkkey(key, SDK_KEY))
                .getTarget())
        .isEqualTo("/base/v1/settings/" + encoded + "/value");
  }

  /** As when both are text and swapped. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "configcat-sdk-1/0123456789012345678901/abcdefghijklmnopqrstuv",
        "configcat-proxy/my-profile",
        "0123456789012345678901/abcdef-hijklm_opqrstuv"
      })
  void refusesAnSdkKeyInThePath(String sdkKey) throws Exception {
    Call<?> call = api(SettingValuesBySdkKeyApi.class).getSettingValueBySdkkey(sdkKey, SDK_KEY);

    assertThatIllegalArgumentException()
        .isThrownBy(call::execute)
        .withMessageContaining("SDK key")
        .withMessageNotContaining(sdkKey);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                withAll(SettingValuesBySdkKeyApi.class, "getSettingValueBySdkkey", sdkKey, "flag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void refusesBlankArguments(String blank) {
    SettingValuesBySdkKeyApi api = api(SettingValuesBySdkKeyApi.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> api.getSettingValueBySdkkey(blank, SDK_KEY))
        .withMessageContaining("settingKeyOrId is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> withAll(SettingValuesBySdkKeyApi.class, "getSettingValueBySdkkey", blank, "sdk"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000", "\u007fb", "k\r\nX-Other: 1"})
  void refusesControlCharactersInKeys(String bad) {
    SettingValuesBySdkKeyApi api = api(SettingValuesBySdkKeyApi.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> api.getSettingValueBySdkkey(bad, SDK_KEY))
        .withMessageStartingWith("settingKeyOrId contains a control character");
    assertThatCode(() -> ReplaceSettingValueBySdkkeyOptions.builder().reason(bad).build())
        .as("a reason may have several lines")
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void refusesIdsThatTheServiceNeverGives(int id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> api(SettingValuesApi.class).getSettingValue(ID, id))
        .withMessageStartingWith("settingId is " + id + ", but ids are positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> api(TagsApi.class).getTag((long) id))
        .withMessageStartingWith("tagId is " + id + ", but ids are positive");
  }

  @Test
  void refusesNullsInLists() {
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                api(SettingValuesBySdkKeyApi.class)
                    .updateSettingValueBySdkkey(
                        "key", SDK_KEY, Arrays.asList((JsonPatchOperation) null)))
        .withMessage("jsonPatchOperation holds a null: leave it out");
  }

  @Test
  void refusesDotsThatWouldChangeThePath() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                api(SettingValuesBySdkKeyApi.class)
                    .getSettingValueBySdkkey("..", SDK_KEY)
                    .execute());
  }

  @Test
  void refusesNullArguments() {
    SettingValuesBySdkKeyApi api = api(SettingValuesBySdkKeyApi.class);
    UpdateSettingValueModel value =
        UpdateSettingValueModel.builder().value(SettingValue.of(1)).build();

    assertThatNullPointerException()
        .isThrownBy(() -> api.replaceSettingValueBySdkkey(null, SDK_KEY, value));
    assertThatNullPointerException()
        .isThrownBy(() -> api.replaceSettingValueBySdkkey("key", null, value));
    assertThatNullPointerException()
        .isThrownBy(() -> api.replaceSettingValueBySdkkey("key", SDK_KEY, null));
    assertThatNullPointerException()
        .isThrownBy(() -> api.replaceSettingValueBySdkkey("key", SDK_KEY, value, null));
    assertThatNullPointerException()
        .isThrownBy(() -> ReplaceSettingValueBySdkkeyOptions.builder().reason(null));
    assertThatNullPointerException()
        .isThrownBy(() -> GetStaleflagsOptions.builder().ignoredTagIds(Arrays.asList(1L, null)));
  }

  @Test
  void keepsOptionsWhenTheBuilderGoesOn() throws Exception {
    GetAuditlogsV2Options.Builder builder = GetAuditlogsV2Options.builder().pageNumber(1);
    GetAuditlogsV2Options first = builder.build();
    builder.pageNumber(2).build();

    assertThat(sent(api(AuditLogsApi.class).getAuditlogsV2(ID, first)).getUrl().query())
        .isEqualTo("pageNumber=1");
  }
}
