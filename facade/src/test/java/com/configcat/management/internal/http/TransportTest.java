package com.configcat.management.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.MockServers;
import com.configcat.management.api.SdkKey;
import com.configcat.management.api.SettingValuesBySdkKeyApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.TransportException;
import com.configcat.management.error.UnauthorizedException;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.SettingValue;
import com.configcat.management.operations.SettingValuesBySdkKeyOperations;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
  private static final UUID ID = new UUID(0, 1);
  private static final String SDK_KEY = "my-sdk-key/of-no-usual-shape";
  private static final String AUTHORIZATION = Credentials.of("api-user", "p4ssw0rd").header();
  private static final MockResponse LOST =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  private final MockWebServer server = MockServers.create();
  private final List<Request> seen = new ArrayList<>();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client = builder().build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private ConfigCatManagementClientBuilder builder() {
    return ConfigCatManagementClient.builder()
        .credentials("api-user", "p4ssw0rd")
        .baseUrl(server.url("/").uri())
        .callOptions(CallOptions.defaults().maxAttempts(1));
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "408, Connection, keep-alive",
    "503, Retry-After, 0",
    "503, Retry-After, 00",
    "503, Retry-After, 1",
    "421, Connection, keep-alive",
    "307, Location, /v1/products",
    "401, WWW-Authenticate, Basic realm=x",
    "407, Proxy-Authenticate, Basic realm=x"
  })
  void sendsARequestOnceWhateverTheAnswer(int status, String header, String value) {
    for (int i = 0; i < 3; i++) {
      server.enqueue(new MockResponse.Builder().code(status).setHeader(header, value).build());
    }

    assertThat(catchThrowableOfType(ApiException.class, () -> client.products().delete(ID)))
        .returns(status, ApiException::statusCode);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void sendsARequestOnceWhenItsAnswerIsLost() {
    server.enqueue(LOST);
    answer(200, "[]");

    assertThat(catchThrowableOfType(TransportException.class, () -> client.products().list()))
        .isNotNull();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void countsAsSentWhatAnInterceptorOfTheUserMadeAnew() {
    OkHttpClient forgetful =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        new Request.Builder()
                            .url(chain.request().url())
                            .method(chain.request().method(), chain.request().body())
                            .build()))
            .build();
    server.enqueue(LOST);
    try (ConfigCatManagementClient derived = builder().httpClient(forgetful).build()) {
      assertThat(
              catchThrowableOfType(TransportException.class, () -> derived.products().delete(ID)))
          .returns(true, ConfigCatException::requestMayHaveBeenApplied);
    }
  }

  @Test
  void doesNotCountAsSentWhatAnInterceptorOfTheUserRefused() {
    OkHttpClient refusing =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  throw new IOException("refused");
                })
            .build();
    try (ConfigCatManagementClient derived = builder().httpClient(refusing).build()) {
      assertThat(
              catchThrowableOfType(TransportException.class, () -> derived.products().delete(ID)))
          .returns(false, ConfigCatException::requestMayHaveBeenApplied);
    }
  }

  @Test
  void sendsNothingForAnAuthenticatorOfTheUser() {
    OkHttpClient answering =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) ->
                    response.priorResponse() != null
                        ? null
                        : response.request().newBuilder().header("Authorization", "mine").build())
            .build();
    answer(401, "");
    answer(200, "[]");

    try (ConfigCatManagementClient derived = builder().httpClient(answering).build()) {
      assertThat(catchThrowable(() -> derived.products().list()))
          .isInstanceOf(UnauthorizedException.class);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void takesNoAnswerFromACacheOfTheUser(@TempDir File directory) throws Exception {
    for (boolean value : new boolean[] {true, false}) {
      server.enqueue(
          new MockResponse.Builder()
              .setHeader("Cache-Control", "max-age=60")
              .body("{\"value\":" + value + "}")
              .build());
    }
    try (Cache cache = new Cache(directory, 1_000_000);
        ConfigCatManagementClient derived =
            builder().httpClient(new OkHttpClient.Builder().cache(cache).build()).build()) {
      SettingValuesBySdkKeyOperations values = derived.settingValuesBySdkKey();

      assertThat(values.get("flag", SdkKey.of(SDK_KEY)).getValue())
          .isEqualTo(SettingValue.of(true));
      assertThat(values.get("flag", SdkKey.of("of-another-environment")).getValue())
          .isEqualTo(SettingValue.of(false));
    }
  }

  @Test
  void knowsThatARefusedStreamWasNotSeen() throws Exception {
    List<Protocol> http2 = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
    OkHttpClient multiplexing = new OkHttpClient.Builder().protocols(http2).build();
    SocketEffect refused = new SocketEffect.CloseStream(7); // REFUSED_STREAM of RFC 9113
    try (MockWebServer busy = MockServers.create()) {
      busy.setProtocols(http2);
      busy.enqueue(new MockResponse.Builder().onRequestStart(refused).build());
      busy.start();
      try (ConfigCatManagementClient derived =
          builder().baseUrl(busy.url("/").uri()).httpClient(multiplexing).build()) {
        TransportException thrown =
            catchThrowableOfType(
                TransportException.class,
                () ->
                    derived
                        .products()
                        .create(ID, CreateProductRequest.builder().name("Web shop").build()));

        assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
      }
    }
  }

  private okhttp3.Response watching(Interceptor.Chain chain) throws IOException {
    seen.add(chain.call().request());
    seen.add(chain.request());
    okhttp3.Response response = chain.proceed(chain.request());
    see(response);
    return response;
  }

  private void see(okhttp3.@Nullable Response response) {
    if (response != null) {
      seen.add(response.request());
      see(response.networkResponse());
      see(response.priorResponse());
    }
  }

  private void assertNoSecretSeen() {
    assertThat(seen)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            request ->
                assertThat(request + "\n" + request.headers().toMultimap())
                    .doesNotContain("Basic", "p4ssw0rd", SDK_KEY));
  }

  private void assertSecretsReceived() throws Exception {
    Headers received = server.takeRequest().getHeaders();
    assertThat(received.values("Authorization")).containsExactly(AUTHORIZATION);
    assertThat(received.values("X-CONFIGCAT-SDKKEY")).containsExactly(SDK_KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 503})
  void showsNoSecretToInterceptors(int status) throws Exception {
    OkHttpClient logging = new OkHttpClient.Builder().addInterceptor(this::watching).build();
    showsNoSecret(logging, status);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 503})
  void showsNoSecretToNetworkInterceptors(int status) throws Exception {
    OkHttpClient logging = new OkHttpClient.Builder().addNetworkInterceptor(this::watching).build();
    showsNoSecret(logging, status);
  }

  private void showsNoSecret(OkHttpClient users, int status) throws Exception {
    answer(status, "{}");
    try (ConfigCatManagementClient derived = builder().httpClient(users).build()) {
      SettingValuesBySdkKeyApi api = derived.api(SettingValuesBySdkKeyApi.class);
      see(api.getSettingValueBySdkkey("flag", SdkKey.of(SDK_KEY)).execute().raw());
    }
    assertNoSecretSeen();
    assertSecretsReceived();
  }

  @Test
  void showsNoSecretToThoseWhoAnswerAProxy() throws Exception {
    OkHttpClient proxied =
        new OkHttpClient.Builder()
            .proxy(server.getProxyAddress())
            .proxyAuthenticator(
                (route, response) -> {
                  see(response);
                  return response.request().newBuilder().header("Proxy-Authorization", "x").build();
                })
            .addInterceptor(this::watching)
            .build();
    answer(407, "");
    answer(200, "{}");
    try (ConfigCatManagementClient derived =
        builder()
            .baseUrl("http://service.example")
            .allowInsecureHttp()
            .httpClient(proxied)
            .build()) {
      SettingValuesBySdkKeyApi api = derived.api(SettingValuesBySdkKeyApi.class);
      okhttp3.Response raw =
          api.getSettingValueBySdkkey("flag", SdkKey.of(SDK_KEY)).execute().raw();
      assertThat(raw.priorResponse()).isNotNull();
      see(raw);
    }
    assertNoSecretSeen();
    assertSecretsReceived();
    assertSecretsReceived();
  }

  @Test
  void showsSecretsToAnEventListener() {
    EventListener watching =
        new EventListener() {
          @Override
          public void requestHeadersEnd(Call call, Request request) {
            seen.add(request);
          }
        };
    answer(200, "{}");
    try (ConfigCatManagementClient derived =
        builder().httpClient(new OkHttpClient.Builder().eventListener(watching).build()).build()) {
      var unused = derived.settingValuesBySdkKey().get("flag", SdkKey.of(SDK_KEY));
    }
    assertThat(seen).extracting(r -> r.header("Authorization")).containsExactly(AUTHORIZATION);
    assertThat(seen).extracting(r -> r.header("X-CONFIGCAT-SDKKEY")).containsExactly(SDK_KEY);
  }

  @Test
  void sendsNoCredentialsButItsOwn() throws Exception {
    Interceptor own =
        chain ->
            chain.proceed(
                chain
                    .request()
                    .newBuilder()
                    .header("Authorization", "mine")
                    .header("X-CONFIGCAT-SDKKEY", "mine")
                    .build());
    answer(200, "{}");
    try (ConfigCatManagementClient derived =
        builder()
            .httpClient(
                new OkHttpClient.Builder().addInterceptor(own).addNetworkInterceptor(own).build())
            .build()) {
      var unused = derived.settingValuesBySdkKey().get("flag", SdkKey.of(SDK_KEY));
    }
    assertSecretsReceived();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t\n", "s3cr3t\u0000", "s3cr3té"})
  void showsNoHeaderValueThatItRefuses(String sdkKey) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withAll("flag", sdkKey).execute())
        .withMessageContaining("X-CONFIGCAT-SDKKEY")
        .satisfies(refusal -> assertThat(stackTrace(refusal)).doesNotContain("s3cr3t"));
    assertThat(server.getRequestCount()).isZero();
  }

  /** The method that takes the header as text; it may have more parameters with each document. */
  private retrofit2.Call<?> withAll(Object... first) throws ReflectiveOperationException {
    Method all =
        Arrays.stream(SettingValuesBySdkKeyApi.class.getMethods())
            .filter(method -> method.getName().equals("getSettingValueBySdkkeyWithAll"))
            .findFirst()
            .orElseThrow();
    return (retrofit2.Call<?>)
        all.invoke(
            client.api(SettingValuesBySdkKeyApi.class),
            Arrays.copyOf(first, all.getParameterCount()));
  }

  @Test
  void showsNoSecretThatTheServiceEchoes() {
    String token = "YXBpLXVzZXI6cDRzc3cwcmQ=";
    String echo = "p4ssw0rd " + token + " " + SDK_KEY;
    answer(400, "{\"" + echo + "\":[\"" + echo + "\"]}");

    ApiException failure =
        catchThrowableOfType(
            ApiException.class, () -> client.updateFlagBySdkKey(SdkKey.of(SDK_KEY), "flag", true));

    assertThat(stackTrace(failure) + failure.rawBody() + failure.serverMessage())
        .contains("*** *** ***")
        .doesNotContain("p4ssw0rd", token, SDK_KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 8 * 1024 - 3, 8 * 1024, 20 * 1024})
  void showsNotEvenHalfASecretWhereABodyIsCut(int beyondTheLimit) {
    String body = "x".repeat(64 * 1024 + beyondTheLimit - "p4ssw0rd".length()) + "p4ssw0rd";
    answer(500, body + "p4ssw0rd".repeat(2_000));

    ApiException failure = catchThrowableOfType(ApiException.class, () -> client.products().list());

    assertThat(failure.rawBody())
        .startsWith("xxxx")
        .doesNotContain("p4", "ss")
        .hasSizeLessThan(64 * 1024 + 1);
  }

  @Test
  void showsNoSecretInTheCauseOfAnAnswerThatCannotBeDecoded() {
    answer(200, "{\"updatedAt\":\"" + SDK_KEY + "\"}");

    DecodingException failure =
        catchThrowableOfType(
            DecodingException.class,
            () -> client.updateFlagBySdkKey(SdkKey.of(SDK_KEY), "flag", true));

    assertThat(stackTrace(failure)).contains("$.updatedAt", "***").doesNotContain(SDK_KEY);
  }

  @Test
  void showsNoSecretInTheCauseOfALostAnswer() {
    server.enqueue(new MockResponse.Builder().status("HTTP/1.1 " + SDK_KEY + " what").build());

    TransportException failure =
        catchThrowableOfType(
            TransportException.class,
            () -> client.updateFlagBySdkKey(SdkKey.of(SDK_KEY), "flag", true));

    assertThat(stackTrace(failure)).contains("***").doesNotContain(SDK_KEY);
  }

  @Test
  void takesAnEmptySuccessForNothingChangedWhereThatMayBe() {
    answer(200, "");

    assertThat(client.settingValuesBySdkKey().patch("flag", SdkKey.of(SDK_KEY), List.of()))
        .isNull();
  }
}
