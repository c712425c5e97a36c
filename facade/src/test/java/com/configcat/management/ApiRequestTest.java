package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.api.SdkKey;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.ProductModel;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.time.OffsetDateTime;
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

@SuppressWarnings("OrphanedFormatString") // Percent signs of URLs.
class ApiRequestTest {
  private static final UUID ID = new UUID(0, 1);
  private final MockWebServer server = MockServers.create();
  private final RecordingRateLimiter limiter = new RecordingRateLimiter();
  private final List<String> permits = limiter.permits();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("api-user", "p4ssw0rd")
            .baseUrl(server.url("/base").toString())
            .rateLimiter(limiter)
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  /** A type of a user's. */
  private static final class Experiment {
    String name;
    Integer size;

    static Experiment named(String name) {
      Experiment experiment = new Experiment();
      experiment.name = name;
      return experiment;
    }
  }

  @Test
  void sendsMethodPathQueryAndCredentials() throws Exception {
    answer(200, "{\"days\":[1,2]}");

    JsonElement answer =
        client
            .request("GET", "/v3/products/{productId}/statistics/of-{what}")
            .path("productId", ID)
            .path("what", "a/b c")
            .query("days", 30)
            .query("kind", EvaluationVersion.V2)
            .query("since", OffsetDateTime.parse("2026-01-02T03:04:05Z"))
            .query("kind", "x&y")
            .send();

    assertThat(answer).isEqualTo(JsonParser.parseString("{\"days\":[1,2]}"));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget())
        .isEqualTo(
            "/base/v3/products/00000000-0000-0000-0000-000000000001/statistics/of-a%2Fb%20c"
                + "?days=30&kind=v2&since=2026-01-02T03%3A04%3A05Z&kind=x%26y");
    assertThat(request.getHeaders().get("Authorization")).startsWith("Basic ");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(permits).containsExactly("GET /v3/products/{productId}/statistics/of-{what}");
  }

  @Test
  void sendsAndDecodesTypesOfAUser() throws Exception {
    answer(200, "{\"name\":\"checkout\",\"size\":3}");

    Experiment experiment =
        client
            .request("post", "/v1/experiments")
            .body(Experiment.named("checkout"))
            .send(Experiment.class);

    assertThat(experiment.size).isEqualTo(3);
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getBody().utf8()).isEqualTo("{\"name\":\"checkout\"}");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/json; charset=UTF-8");
  }

  @Test
  void sendsModelsAndJsonAsTheyAre() throws Exception {
    answer(200, "[{\"name\":\"Shop\"}]");
    answer(204, "");
    answer(200, "");

    List<ProductModel> products =
        client
            .request("PUT", "/v1/any")
            .body(CreateConfigRequest.builder().name("Größe").build())
            .send(new TypeToken<List<ProductModel>>() {});
    assertThat(products).extracting(ProductModel::getName).containsExactly("Shop");
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"name\":\"Größe\"}");

    JsonElement none =
        client
            .request("PATCH", "/v1/any")
            .body(JsonParser.parseString("{\"hint\":null,\"n\":1.50}"))
            .send();
    assertThat(none.isJsonNull()).isTrue();
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"hint\":null,\"n\":1.50}");

    assertThat(client.request("DELETE", "/v1/any").send().isJsonNull()).isTrue();
    assertThat(server.takeRequest().getMethod()).isEqualTo("DELETE");
  }

  @Test
  void sendsTheSdkKeyAsOtherCallsDo() throws Exception {
    answer(400, "no the-sdk-key");

    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(
            () ->
                client
                    .request("POST", "/v1/settings/{key}/thing")
                    .path("key", "isOn")
                    .sdkKey(SdkKey.of("the-sdk-key"))
                    .send())
        .withMessageContaining("no ***");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("X-CONFIGCAT-SDKKEY")).isEqualTo("the-sdk-key");
    assertThat(request.getBody())
        .satisfiesAnyOf(
            body -> assertThat(body).isNull(), body -> assertThat(body.size()).isZero());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/products/{id}/configs, GET /v1/products/{productId}/configs",
    "GET, /V1/Products/08d8f29c-7a1c-4a53-89d2-0000000003eb/configs, GET"
        + " /v1/products/{productId}/configs",
    "POST, /v1/products/{id}/configs, POST /v1/products/{productId}/configs",
    "DELETE, /v1/products/{id}/configs, DELETE /v1/products/{id}/configs",
    "GET, /v9/Things/08d8f29c-7a1c-4a53-89d2-0000000003eb, GET /v9/things/{id}",
    "GET, /v9/things/{thing}, GET /v9/things/{thing}"
  })
  void sharesTheLimitOfTheOperation(String method, String path, String operation) {
    answer(200, "[]");
    ApiRequest request = client.request(method, path);
    for (String name : List.of("id", "thing")) {
      request = path.contains("{" + name + "}") ? request.path(name, ID) : request;
    }
    var unused = request.send();

    assertThat(permits).containsExactly(operation);
  }

  @Test
  void retriesAsItsMethodAllows() {
    answer(503, "");
    answer(200, "{}");
    assertThat(client.withResponse(c -> c.request("PUT", "/v1/x").send()).attempts()).isEqualTo(2);

    answer(503, "");
    assertThatExceptionOfType(ServerErrorException.class)
        .isThrownBy(() -> client.request("POST", "/v1/x").send())
        .satisfies(
            e -> {
              assertThat(e.requestMayHaveBeenApplied()).isTrue();
              assertThat(e.attempts()).isEqualTo(1);
            });
  }

  @Test
  void failsAsOtherCallsDo() {
    answer(200, "{\"size\":\"many\"}");
    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> client.request("GET", "/v1/x").send(Experiment.class))
        .satisfies(e -> assertThat(e.jsonPath()).isEqualTo("$.size"));
    answer(204, "");
    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> client.request("GET", "/v1/x").send(Experiment.class));
    answer(200, "<html>");
    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> client.request("GET", "/v1/x").send());
  }

  @Test
  void isPartOfADryRun() {
    List<PlannedRequest> plan =
        client.dryRun(
            c ->
                c.request("QUERY", "/v1/x/{id}")
                    .path("id", 7)
                    .body(Experiment.named("checkout"))
                    .send());

    assertThat(plan.get(0)).hasToString("QUERY /base/v1/x/7\n{\"name\":\"checkout\"}");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/v1/products",
        "//example.com/v1",
        "v1/products",
        "/",
        "/v1//products",
        "/v1/products/",
        "/v1/../me",
        "/v1/./me",
        "/v1/%2e%2e/me",
        "/v1/me?x=1",
        "/v1/me#x",
        "/v1\\me",
        "/v1/{me",
        "/v1/me}",
        "/v1/{}",
        "/v1/\n"
      })
  void refusesPathsThatLeadElsewhere(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> client.request("GET", path));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", " ", ""})
  void refusesValuesThatLeadElsewhere(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.request("GET", "/v1/{id}/x").path("id", value).send());
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void encodesWhatLooksLikeAnotherPlace() throws Exception {
    for (String value : List.of("../../me", "%2e%2e", "@example.com", "?x#y", "$1\\")) {
      answer(200, "{}");
      var unused = client.request("GET", "/v1/{id}/x").path("id", value).send();
      RecordedRequest request = server.takeRequest();
      assertThat(request.getUrl().pathSegments()).containsExactly("base", "v1", value, "x");
      assertThat(request.getUrl().query()).isNull();
    }
  }

  @Test
  void refusesWhatCannotBeSent() {
    ApiRequest get = client.request("GET", "/v1/{id}");

    assertThatIllegalArgumentException()
        .isThrownBy(get::send)
        .withMessage("The path /v1/{id} has the parameter {id}: give it with path(\"id\", ...)");
    assertThatIllegalArgumentException().isThrownBy(() -> get.path("other", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> get.query("ids", List.of(1, 2)));
    assertThatIllegalArgumentException().isThrownBy(() -> get.body("x"));
    assertThatIllegalArgumentException().isThrownBy(() -> client.request("CONNECT", "/v1"));
    assertThatIllegalArgumentException().isThrownBy(() -> client.request("G T", "/v1"));
    assertThat(server.getRequestCount()).isZero();
  }
}
