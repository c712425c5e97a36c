package com.configcat.management.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.it.prism.SharedPrism;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingValueModel;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls that the service documents, as they go out, and what comes of the answer. */
@ExtendWith(SharedPrism.class)
class DocumentedCallsIT {
  private static final SdkKey SDK_KEY =
      SdkKey.of("configcat-sdk-1/0123456789012345678901/0123456789012345678901");
  private static final String FLAG = "enableMyAwesomeFeature";
  private static final MediaType JSON = MediaType.get("application/json");
  private Recorder recorder;
  private ConfigCatManagementClient configcat;

  @BeforeEach
  void connect(Prism prism) {
    recorder = new Recorder(prism.baseUrl());
    configcat = client();
  }

  @AfterEach
  void close() {
    configcat.close();
    recorder.close();
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
        Arguments.of("\"é\"", write(c -> c.updateFlagBySdkKey(SDK_KEY, FLAG, "é"))),
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
        configcat.updateFlagBySdkKey(SDK_KEY, FLAG, true, "Automate_Test_Run").asV1();

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

  /** What the mock server reads is made up, but for the version of the Config. */
  private static Interceptor ofVersion(String evaluationVersion) {
    return chain -> {
      Response answer = chain.proceed(chain.request());
      if (answer.code() != 200 || !chain.request().method().equals("GET")) {
        return answer;
      }
      JsonObject value = JsonParser.parseString(answer.body().string()).getAsJsonObject();
      value.getAsJsonObject("config").addProperty("evaluationVersion", evaluationVersion);
      value.getAsJsonObject("setting").addProperty("settingType", "string");
      value.getAsJsonObject("setting").remove("predefinedVariations");
      return answer.newBuilder().body(ResponseBody.create(value.toString(), JSON)).build();
    };
  }

  /** Has patches answered by another status than success with content. */
  private static Interceptor patchesAnswered(int status) {
    return chain -> {
      Request request = chain.request();
      return chain.proceed(
          request.method().equals("PATCH")
              ? request.newBuilder().header("Prefer", "code=" + status).build()
              : request);
    };
  }

  private ConfigCatManagementClient client(Interceptor... interceptors) {
    OkHttpClient.Builder http = new OkHttpClient.Builder();
    Stream.of(interceptors).forEach(http::addInterceptor);
    return ConfigCatManagementClient.builder()
        .credentials("user", "pässword")
        .baseUrl(recorder.baseUrl())
        .httpClient(http.build())
        .build();
  }

  private Recorder.Exchange lastAccepted() {
    Recorder.Exchange exchange = recorder.last();
    assertThat(exchange.violations().all()).isEmpty();
    return exchange;
  }

  @ParameterizedTest
  @CsvSource({"v1,/value", "v2,/defaultValue"})
  void setsADefaultByJsonPatchWhichKeepsRules(String version, String member) {
    try (ConfigCatManagementClient client = client(ofVersion(version))) {
      client.setFlagDefaultBySdkKey(SDK_KEY, FLAG, "something new", "a reason & more");
    }

    Recorder.Exchange sent = lastAccepted();
    assertThat(sent.method() + " " + sent.target())
        .startsWith("PATCH /" + version + "/settings/enableMyAwesomeFeature/value?")
        .contains("reason=a%20reason%20%26%20more");
    assertThat(sent.headers().get("X-CONFIGCAT-SDKKEY")).isEqualTo(SDK_KEY.value());
    assertThat(sent.body()).contains("\"path\":\"" + member, "\"value\":\"something new\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void saysThatNothingChangedWhenTheServiceHasNoContent(String version) {
    try (ConfigCatManagementClient client = client(ofVersion(version), patchesAnswered(204))) {
      EditResult set = client.setFlagDefaultBySdkKey(SDK_KEY, FLAG, "something new", "why");

      assertThat(recorder.last("PATCH").status()).isEqualTo(204);
      assertThat(set.changed()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void replacesAValueInBothVersions(String version) {
    try (ConfigCatManagementClient client = client(ofVersion(version))) {
      client.flag(SDK_KEY, FLAG).replace("x", WriteOptions.because("why"));
    }

    Recorder.Exchange sent = lastAccepted();
    assertThat(sent.method() + " " + sent.target())
        .isEqualTo("PUT /" + version + "/settings/enableMyAwesomeFeature/value?reason=why");
    assertThat(sent.body())
        .isEqualTo(
            version.equals("v1")
                ? "{\"value\":\"x\"}"
                : "{\"defaultValue\":{\"stringValue\":\"x\"}}");
  }

  private static Consumer<ConfigCatManagementClient> write(
      Consumer<ConfigCatManagementClient> write) {
    return write;
  }
}
