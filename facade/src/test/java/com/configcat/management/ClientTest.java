package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.api.ProductsApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.DecodingException;
import com.configcat.management.model.ProductModel;
import com.configcat.management.operations.ProductsOperations;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
  private final MockWebServer server = MockServers.create();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ConfigCatManagementClientBuilder builder() {
    return ConfigCatManagementClient.builder()
        .credentials("user", "password")
        .baseUrl(server.url("/").toString());
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  @Test
  void sendsCredentialsInUtf8AndSaysWhoItIs() throws Exception {
    answer(200, "[]");
    try (ConfigCatManagementClient client =
        builder().credentials("üser", "pass:wörd").application("nightly/1").build()) {
      assertThat(client.products().list()).isEmpty();
    }

    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo("Basic w7xzZXI6cGFzczp3w7ZyZA==");
    assertThat(request.getHeaders().values("User-Agent"))
        .singleElement()
        .asString()
        .matches(
            "configcat-management-client-java/[0-9]\\S+ \\(contract [0-9a-f]{8}, \\S+; Java \\S+\\)"
                + " nightly/1");
  }

  @Test
  void asksForJson() throws Exception {
    answer(200, "[]");
    answer(200, "[]");
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(client.products().list()).isEmpty();
      assertThat(client.enqueue(client.api(ProductsApi.class).getProducts()).join()).isEmpty();
    }

    for (int i = 0; i < 2; i++) {
      assertThat(server.takeRequest().getHeaders().values("Accept"))
          .containsExactly("application/json");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/xml, []",
    "application/problem+xml, []",
    "image/svg+xml, []",
    "image/png, []",
    "text/html, []",
    "application/json, <a/>"
  })
  void judgesAnAnswerByItsMediaTypeAndItsFirstBytes(String type, String body) throws Exception {
    server.enqueue(new MockResponse.Builder().setHeader("Content-Type", type).body(body).build());
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(catchThrowable(() -> client.products().list()))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("where JSON was expected");
    }
  }

  private void answerIn(String contentType, String body, Charset charset) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", contentType)
            .body(new Buffer().writeString(body, charset))
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, UTF-8",
    "application/json; charset=UTF-8, UTF-8",
    "'application/json; charset=\"utf-8\"', UTF-8",
    "application/json; charset=iso-8859-1, ISO-8859-1",
    "application/json; charset=windows-1252, windows-1252",
    "application/json; charset=utf-16, UTF-16"
  })
  void readsTheDeclaredCharset(String type, String charset) {
    answerIn(type, "{\"name\":\"Größe\"}", Charset.forName(charset));
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(client.products().get(new UUID(0, 1)).getName()).isEqualTo("Größe");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, ISO-8859-1",
    "application/json; charset=utf-8, ISO-8859-1",
    "application/json; charset=us-ascii, UTF-8",
    "application/json; charset=no-such, UTF-8"
  })
  void refusesTextThatItWouldGarble(String type, String charset) {
    answerIn(type, "{\"name\":\"Größe\"}", Charset.forName(charset));
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(catchThrowable(() -> client.products().get(new UUID(0, 1))))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("charset");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-1-1-1",
        "00000000-0000-4000-8000-00000000001",
        "100000000-0000-4000-8000-000000000001",
        "00000000-0000-4000-8000-000000000001 ",
        "{00000000-0000-4000-8000-000000000001}",
        ""
      })
  void refusesWhatIsNoUuid(String text) {
    answer(200, "{\"productId\":\"" + text + "\"}");
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(catchThrowable(() -> client.products().get(new UUID(0, 1))))
          .isInstanceOfSatisfying(
              DecodingException.class,
              failure -> assertThat(failure.jsonPath()).isEqualTo("$.productId"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/octet-stream", "text/json", "application/hal+json"})
  void takesJsonOfACarelessServer(String type) throws Exception {
    server.enqueue(new MockResponse.Builder().setHeader("Content-Type", type).body("[]").build());
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(client.products().list()).isEmpty();
    }
  }

  @Test
  void putsThePathOfTheBaseUrlBeforeThatOfTheApi() throws Exception {
    answer(200, "[]");
    try (ConfigCatManagementClient client =
        builder().baseUrl(server.url("/through/proxy").uri()).build()) {
      client.products().list();
    }

    assertThat(server.takeRequest().getTarget()).isEqualTo("/through/proxy/v1/products");
  }

  @Test
  void returnsTheSameResourceEveryTime() throws Exception {
    try (ConfigCatManagementClient client = builder().build()) {
      List<Method> resources =
          Arrays.stream(ConfigCatManagementClient.class.getMethods())
              .filter(method -> method.getParameterCount() == 0)
              .filter(method -> isOperations(method.getReturnType()))
              .toList();

      assertThat(resources).isNotEmpty();
      for (Method resource : resources) {
        assertThat(resource.invoke(client)).isNotNull().isSameAs(resource.invoke(client));
      }
    }
  }

  private static boolean isOperations(Class<?> type) {
    return type.getName().endsWith("Operations")
        || (type.getSuperclass() != null && type.getSuperclass().getName().endsWith("Operations"));
  }

  @Test
  void makesOperationsItHasNoMethodFor() {
    answer(200, "[]");
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(client.operations(ProductsOperations.class).list()).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.operations(String.class))
          .withMessageContaining("com.configcat.management.operations");
    }
  }

  @Test
  void neverFollowsARedirect() {
    server.enqueue(
        new MockResponse.Builder()
            .code(307)
            .setHeader("Location", "https://elsewhere.example.com:8443/steal?a=b")
            .build());
    try (ConfigCatManagementClient client = builder().build()) {
      assertThatThrownBy(() -> client.products().list())
          .hasMessage(
              "GET /v1/products answered 307 Redirection, a redirect to"
                  + " https://elsewhere.example.com:8443, which is not followed");
    }
  }

  @Test
  void leavesRepeatingToItsOptions() {
    server.enqueue(new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build());
    server.enqueue(new MockResponse.Builder().code(408).build());
    answer(200, "[]");
    try (ConfigCatManagementClient client =
        builder().callOptions(CallOptions.defaults().maxAttempts(1)).build()) {
      assertThatThrownBy(() -> client.products().list()).hasMessageContaining("503");
      assertThatThrownBy(() -> client.products().list()).hasMessageContaining("408");
    }
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void leavesTheUsersHttpClientAsItIs() {
    answer(200, "[]");
    AtomicInteger seen = new AtomicInteger();
    OkHttpClient users =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.incrementAndGet();
                  assertThat(chain.request().header("Authorization"))
                      .as("what loggers see")
                      .isNull();
                  return chain.proceed(chain.request());
                })
            .build();
    int interceptors = users.interceptors().size();
    try (ConfigCatManagementClient client = builder().httpClient(users).build()) {
      client.products().list();
    }

    assertThat(seen).hasValue(1);
    assertThat(users.interceptors()).hasSize(interceptors);
    assertThat(users.followRedirects()).isTrue();
    assertThat(users.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(users.connectionPool().connectionCount()).as("connections kept").isEqualTo(1);
  }

  @Test
  void refusesCallsAfterItIsClosed() {
    ConfigCatManagementClient client = builder().build();
    client.close();
    client.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> client.products().list())
        .withMessageContaining("closed");
    assertThatIllegalStateException()
        .isThrownBy(() -> client.api(ProductsApi.class).getProducts().execute());
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void insistsOnContentWhereThereIsSome() {
    answer(200, "null");
    server.enqueue(new MockResponse.Builder().code(204).build());
    answer(200, "");
    try (ConfigCatManagementClient client = builder().build()) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> client.me().get()).isInstanceOf(DecodingException.class);
      }
    }
  }

  @Test
  void saysWhereAnAnswerCannotBeDecoded() {
    answer(200, "[{\"name\":\"a\"},{\"productId\":\"no-uuid\"}]");
    try (ConfigCatManagementClient client = builder().build()) {
      assertThatThrownBy(() -> client.products().list())
          .isInstanceOfSatisfying(
              DecodingException.class,
              thrown -> assertThat(thrown.jsonPath()).isEqualTo("$[1].productId"))
          .hasMessageContaining("$[1].productId")
          .hasMessageContaining("GET /v1/products");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'<html><body>Sign in</body></html>', text/html",
    "' <!doctype html>', application/json",
    "'Sign in', text/html"
  })
  void refusesAPageWhateverWasExpected(String body, String type) {
    MockResponse page =
        new MockResponse.Builder().body(body).setHeader("Content-Type", type).build();
    server.enqueue(page);
    server.enqueue(page);
    try (ConfigCatManagementClient client = builder().build()) {
      assertThatThrownBy(() -> client.products().list())
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("HTML");
      assertThatThrownBy(() -> client.products().delete(new UUID(0, 1)))
          .isInstanceOfSatisfying(
              DecodingException.class,
              thrown -> assertThat(thrown.requestMayHaveBeenApplied()).isTrue())
          .hasMessageContaining("HTML");
    }
  }

  @Test
  void acceptsTextWhereNothingWasExpected() {
    answer(200, "ok");
    server.enqueue(new MockResponse.Builder().code(204).build());
    try (ConfigCatManagementClient client = builder().build()) {
      client.products().delete(new UUID(0, 1));
      client.products().delete(new UUID(0, 1));
    }
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void survivesFieldsOfTomorrow() {
    answer(200, "[{\"name\":\"Web shop\",\"tomorrow\":{\"a\":[1,2]}}]");
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(client.products().list())
          .singleElement()
          .extracting(ProductModel::getName)
          .isEqualTo("Web shop");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "http://10.0.0.1",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com"
      })
  void refusesToSendSecretsUnprotected(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().baseUrl(url).build())
        .withMessageContaining("https")
        .withMessageContaining("allowInsecureHttp()");
    builder().baseUrl(url).allowInsecureHttp().build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://127.8.9.1:1",
        "http://[::1]:8080",
        "https://api.example.com/base"
      })
  void acceptsThisMachineAndHttps(String url) {
    builder().baseUrl(URI.create(url)).build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.configcat.com",
        "ftp://api.configcat.com",
        "https://u:p@api.configcat.com",
        "https://a.example.com/?x=1",
        "https://a.example.com/#x"
      })
  void refusesWhatIsNoBaseUrl(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().baseUrl(url).build())
        .withMessageContaining("base URL")
        .withMessageNotContaining("u:p");
  }

  @ParameterizedTest
  @CsvSource({"'', p", "' ', p", "u, ''", "u:x, p", "'u\n', p", "u, 'p\r'"})
  void refusesCredentialsThatCannotBeSent(String user, String password) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigCatManagementClient.builder().credentials(user, password))
        .withMessageContaining("Dashboard");
  }

  @Test
  void needsCredentials() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ConfigCatManagementClient.builder().build())
        .withMessageContaining("credentials(user, password)");
    assertThatNullPointerException().isThrownBy(() -> builder().credentials(null, "p"));
    assertThatNullPointerException().isThrownBy(() -> builder().baseUrl((String) null));
    assertThatNullPointerException().isThrownBy(() -> builder().httpClient(null));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().readTimeout(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().application("ä"));
  }

  @Test
  void readsTheEnvironment() throws Exception {
    answer(200, "[]");
    Map<String, String> variables =
        Map.of(
            "CONFIGCAT_API_USER",
            "user",
            "CONFIGCAT_API_PASS",
            "password",
            "CONFIGCAT_BASE_URL",
            server.url("/").toString(),
            "CONFIGCAT_API_HOST",
            "ignored.example.com");
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder().fromEnvironment(variables).build()) {
      client.products().list();
    }
    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Basic dXNlcjpwYXNzd29yZA==");
  }

  @Test
  void takesFromTheEnvironmentOnlyWhatIsNotSet() throws Exception {
    Map<String, String> wrong =
        Map.of("CONFIGCAT_API_USER", "other", "CONFIGCAT_BASE_URL", "not a URL");
    answer(200, "[]");
    answer(200, "[]");
    // Set before, and after; the password that is missing is not needed.
    try (ConfigCatManagementClient before = builder().fromEnvironment(wrong).build();
        ConfigCatManagementClient after =
            ConfigCatManagementClient.builder()
                .fromEnvironment(wrong)
                .credentials("user", "password")
                .baseUrl(server.url("/").toString())
                .build()) {
      assertThat(before.products().list()).isEmpty();
      assertThat(after.products().list()).isEmpty();
    }
    for (int i = 0; i < 2; i++) {
      assertThat(server.takeRequest().getHeaders().get("Authorization"))
          .isEqualTo("Basic dXNlcjpwYXNzd29yZA==");
    }

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ConfigCatManagementClient.builder()
                    .credentials("user", "password")
                    .fromEnvironment(wrong)
                    .build())
        .withMessageContaining("CONFIGCAT_BASE_URL");
  }

  @Test
  void takesAHostFromTheEnvironment() {
    Map<String, String> variables =
        Map.of(
            "CONFIGCAT_API_USER",
            "user",
            "CONFIGCAT_API_PASS",
            "password",
            "CONFIGCAT_API_HOST",
            "nothing.invalid");
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder().fromEnvironment(variables).build()) {
      assertThat(client.api(ProductsApi.class).getProducts().request().url())
          .hasToString("https://nothing.invalid/v1/products");
    }
  }

  @Test
  void namesTheVariableThatCannotBeUsed() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ConfigCatManagementClient.builder()
                    .fromEnvironment(
                        Map.of(
                            "CONFIGCAT_API_USER", "u",
                            "CONFIGCAT_API_PASS", "p",
                            "CONFIGCAT_BASE_URL", "http://api.example.com"))
                    .build())
        .withMessageStartingWith("CONFIGCAT_BASE_URL: ")
        .withMessageContaining("https");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ConfigCatManagementClient.builder()
                    .fromEnvironment(
                        Map.of("CONFIGCAT_API_USER", "a:b", "CONFIGCAT_API_PASS", "s3cret"))
                    .build())
        .withMessageStartingWith("CONFIGCAT_API_USER or CONFIGCAT_API_PASS: ")
        .withMessageNotContaining("s3cret");
  }

  @Test
  void namesTheVariableThatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ConfigCatManagementClient.builder()
                    .fromEnvironment(Map.of("CONFIGCAT_API_USER", "u"))
                    .build())
        .withMessageContaining("CONFIGCAT_API_PASS");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ConfigCatManagementClient.builder()
                    .fromEnvironment(Map.of("CONFIGCAT_API_PASS", "p", "CONFIGCAT_API_USER", " "))
                    .build())
        .withMessageContaining("CONFIGCAT_API_USER");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ConfigCatManagementClient.builder()
                    .fromEnvironment(
                        Map.of(
                            "CONFIGCAT_API_USER",
                            "u",
                            "CONFIGCAT_API_PASS",
                            "p",
                            "CONFIGCAT_API_HOST",
                            "https://a.example.com"))
                    .build())
        .withMessageContaining("CONFIGCAT_BASE_URL");
  }
}
