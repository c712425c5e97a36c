package com.configcat.management.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.core.SdkKey;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValueModel;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls that the service documents, as they go out, and what comes of the answer. */
@ExtendWith(SharedPrism.class)
class DocumentedCallsIT {
  private static final SdkKey SDK_KEY =
      SdkKey.of("configcat-sdk-1/0123456789012345678901/0123456789012345678901");
  private static final String FLAG = "enableMyAwesomeFeature";
  private final Recorder recorder = new Recorder();
  private ConfigCatManagementClient configcat;

  @BeforeEach
  void connect(Prism prism) {
    configcat =
        ConfigCatManagementClient.builder()
            .credentials("user", "pässword")
            .baseUrl(prism.baseUrl())
            .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(recorder).build())
            .build();
  }

  private Recorder.Exchange accepted() {
    Recorder.Exchange exchange = recorder.only();
    assertThat(exchange.violations().all()).isEmpty();
    return exchange;
  }

  @Test
  void listsProducts() {
    List<ProductModel> products = configcat.products().list();

    Recorder.Exchange sent = accepted();
    assertThat(sent.method() + " " + sent.target()).isEqualTo("GET /v1/products");
    assertThat(sent.headers().get("Authorization")).isEqualTo("Basic dXNlcjpww6Rzc3dvcmQ=");
    assertThat(sent.headers().get("User-Agent"))
        .matches(
            "configcat-management-client-java/\\S+ \\(contract [0-9a-f]{8}, \\S+; Java \\S+\\)");
    assertThat(sent.headers().get("X-CONFIGCAT-SDKKEY")).isNull();
    assertThat(sent.body()).isEmpty();
    assertThat(products).allSatisfy(product -> assertThat(product.getProductId()).isNotNull());
    assertThat(ManagementGson.create().toJsonTree(products))
        .isEqualTo(JsonParser.parseString(sent.answer()));
  }

  @Test
  void listsProductsByTheGeneratedInterfaceAsWell() throws Exception {
    List<ProductModel> products = configcat.api(ProductsApi.class).getProducts().execute().body();

    Recorder.Exchange sent = accepted();
    assertThat(sent.headers().get("Authorization")).startsWith("Basic ");
    assertThat(ManagementGson.create().toJsonTree(products))
        .isEqualTo(JsonParser.parseString(sent.answer()));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("true", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, true))),
        Arguments.of("false", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, false))),
        Arguments.of("\"x\"", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, "x"))),
        Arguments.of("\"\"", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, ""))),
        Arguments.of("10", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, 10))),
        Arguments.of("1.5", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, 1.5))),
        Arguments.of("10.0", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, 10.0))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void replacesAValueOfEachType(String json, Consumer<ConfigCatManagementClient> write) {
    write.accept(configcat);

    Recorder.Exchange sent = accepted();
    assertThat(sent.method() + " " + sent.target())
        .isEqualTo("PUT /v1/settings/enableMyAwesomeFeature/value");
    assertThat(sent.body()).isEqualTo("{\"value\":" + json + "}");
  }

  @Test
  void replacesAValueWithAReason() {
    SettingValueModel answer =
        configcat.updateFlagBySdkKey(SDK_KEY, FLAG, true, "Automate_Test_Run");

    Recorder.Exchange sent = accepted();
    assertThat(sent.method() + " " + sent.target())
        .isEqualTo("PUT /v1/settings/enableMyAwesomeFeature/value?reason=Automate_Test_Run");
    assertThat(sent.headers().get("X-CONFIGCAT-SDKKEY")).isEqualTo(SDK_KEY.value());
    assertThat(sent.headers().get("Content-Type")).startsWith("application/json");
    assertThat(sent.headers().get("Authorization")).isEqualTo("Basic dXNlcjpww6Rzc3dvcmQ=");
    assertThat(sent.body()).isEqualTo("{\"value\":true}");
    assertThat(answer.getSetting().getKey()).isNotBlank();
    assertThat(answer.getValue()).isNotNull();
  }

  @Test
  void setsADefaultByJsonPatchWhichKeepsRules() {
    Optional<SettingValueModel> answer =
        configcat.setFlagDefaultBySdkKey(SDK_KEY, FLAG, 10, "a reason & more");

    Recorder.Exchange sent = accepted();
    assertThat(sent.method() + " " + sent.target())
        .isEqualTo(
            "PATCH /v1/settings/enableMyAwesomeFeature/value?reason=a%20reason%20%26%20more");
    assertThat(sent.headers().get("X-CONFIGCAT-SDKKEY")).isEqualTo(SDK_KEY.value());
    assertThat(sent.body()).isEqualTo("[{\"op\":\"replace\",\"path\":\"/value\",\"value\":10}]");
    assertThat(answer).isPresent();
  }

  @Test
  void saysThatNothingChangedWhenTheServiceHasNoContent(Prism prism) {
    try (ConfigCatManagementClient unchanged =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(prism.baseUrl())
            .httpClient(
                new OkHttpClient.Builder()
                    .addInterceptor(
                        c ->
                            c.proceed(
                                c.request().newBuilder().header("Prefer", "code=204").build()))
                    .build())
            .build()) {
      assertThat(unchanged.setFlagDefaultBySdkKey(SDK_KEY, FLAG, true)).isEmpty();
      assertThat(unchanged.settingValuesBySdkKeyV2().setFlagDefaultBySdkKey(SDK_KEY, FLAG, true))
          .isEmpty();
    }
  }

  static Stream<Arguments> formulas() {
    return Stream.of(
        Arguments.of("boolValue", "true", v2(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, true))),
        Arguments.of("stringValue", "\"x\"", v2(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, "x"))),
        Arguments.of("intValue", "10", v2(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, 10))),
        Arguments.of("doubleValue", "10.0", v2(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, 10.0))));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void replacesAValueOfEachTypeInV2Configs(
      String member, String json, Consumer<ConfigCatManagementClient> write) {
    write.accept(configcat);

    Recorder.Exchange sent = accepted();
    assertThat(sent.method() + " " + sent.target())
        .isEqualTo("PUT /v2/settings/enableMyAwesomeFeature/value");
    assertThat(sent.headers().get("X-CONFIGCAT-SDKKEY")).isEqualTo(SDK_KEY.value());
    assertThat(sent.body()).isEqualTo("{\"defaultValue\":{\"" + member + "\":" + json + "}}");
  }

  @Test
  void setsADefaultInV2Configs() {
    Optional<SettingFormulaModel> answer =
        configcat.settingValuesBySdkKeyV2().setFlagDefaultBySdkKey(SDK_KEY, FLAG, "x", "why");

    Recorder.Exchange sent = accepted();
    assertThat(sent.method() + " " + sent.target())
        .isEqualTo("PATCH /v2/settings/enableMyAwesomeFeature/value?reason=why");
    assertThat(sent.body())
        .isEqualTo("[{\"op\":\"replace\",\"path\":\"/defaultValue/stringValue\",\"value\":\"x\"}]");
    assertThat(answer).isPresent();
  }

  private static Consumer<ConfigCatManagementClient> write(
      Consumer<ConfigCatManagementClient> write) {
    return write;
  }

  private static Consumer<ConfigCatManagementClient> v2(
      Consumer<com.configcat.management.resource.SettingValuesBySdkKeyV2> write) {
    return client -> write.accept(client.settingValuesBySdkKeyV2());
  }
}
