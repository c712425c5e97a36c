package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.ProductModel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithResponseTest {
  private static final UUID ID = new UUID(0, 1);
  private final MockWebServer server = MockServers.create();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("api-user", "p4ssw0rd")
            .baseUrl(server.url("/").toString())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static MockResponse.Builder answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body);
  }

  @Test
  void hasStatusHeadersAndQuotaBesideTheResult() {
    server.enqueue(
        answer(201, "{\"name\":\"Shop\"}")
            .addHeader("X-Request-Id", "7")
            .addHeader("X-Rate-Limit-Remaining", "12")
            .addHeader("X-Rate-Limit-Reset", "2100-01-01T00:00:00Z")
            .addHeader("Link", "a")
            .addHeader("link", "b")
            .build());

    ApiResponse<ProductModel> response = client.withResponse(c -> c.products().get(ID));

    assertThat(response.body().getName()).isEqualTo("Shop");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.operation()).hasToString("GET /v1/products/{productId}");
    assertThat(response.attempts()).isEqualTo(1);
    assertThat(response.quotaRemaining()).hasValue(12);
    assertThat(response.quotaReset()).hasValue(Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(response.header("x-request-ID")).hasValue("7");
    assertThat(response.header("X-Other")).isEmpty();
    assertThat(response.headers().get("LINK")).containsExactly("a", "b");
    assertThat(response).hasToString("ApiResponse[GET /v1/products/{productId}, 201, attempts=1]");
    assertThatThrownBy(() -> response.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void masksSecretsInHeaders() {
    server.enqueue(
        answer(200, "{}")
            .addHeader("Set-Cookie", "session=1")
            .addHeader("Set-Cookie", "other=2")
            .addHeader("X-Echo", "by api-user with p4ssw0rd")
            .build());
    server.enqueue(
        answer(404, "")
            .addHeader("Set-Cookie", "session=1")
            .addHeader("X-CONFIGCAT-SDKKEY", "x")
            .addHeader("X-Echo", "by api-user with p4ssw0rd")
            .build());

    ApiResponse<ProductModel> response = client.withResponse(c -> c.products().get(ID));

    assertThat(response.headers().get("set-cookie")).containsExactly("***", "***");
    assertThat(response.header("X-Echo")).hasValue("by *** with ***");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> client.withResponse(c -> c.products().get(ID)))
        .satisfies(
            e -> {
              assertThat(e.header("set-cookie")).hasValue("***");
              assertThat(e.header("x-configcat-sdkkey")).hasValue("***");
              assertThat(e.headers().get("x-echo")).containsExactly("by *** with ***");
            });
  }

  @Test
  void hasThoseOfTheLastAttempt() {
    server.enqueue(answer(503, "").addHeader("X-Id", "1").addHeader("Retry-After", "1").build());
    server.enqueue(answer(200, "{}").addHeader("X-Id", "2").build());

    ApiResponse<ProductModel> response = client.withResponse(c -> c.products().get(ID));

    assertThat(response.attempts()).isEqualTo(2);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.header("X-Id")).hasValue("2");
  }

  @Test
  void hasThoseOfTheCallThatWasAnsweredLast() {
    server.enqueue(answer(200, "[{\"productId\":\"" + ID + "\"}]").build());
    server.enqueue(answer(202, "[]").build());

    ApiResponse<List<ConfigModel>> response =
        client.withResponse(c -> c.configs().list(c.products().list().get(0).getProductId()));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.operation().path()).isEqualTo("/v1/products/{productId}/configs");
  }

  @Test
  void mayHaveNoContent() {
    server.enqueue(answer(204, "").addHeader("X-Id", "3").build());

    ApiResponse<?> response =
        client.withResponse(
            c -> {
              c.configs().delete(ID);
              return null;
            });

    assertThat(response.body()).isNull();
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.header("x-id")).hasValue("3");
  }

  @Test
  void knowsCallsOfOtherThreadsAndOptions() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getUrl().encodedPath().endsWith("/products")
                ? answer(203, "[]").build()
                : answer(
                        200,
                        request.getUrl().encodedPath().endsWith(ID.toString())
                            ? "{\"productId\":\"%s\",\"name\":\"Shop\"}".formatted(ID)
                            : "[]")
                    .build();
          }
        });

    assertThat(
            client
                .withResponse(c -> c.enqueue(c.api(ProductsApi.class).getProducts()).join())
                .statusCode())
        .isEqualTo(203);
    assertThat(
            client
                .withResponse(
                    c -> c.withOptions(options -> options.maxAttempts(1)).products().list())
                .statusCode())
        .isEqualTo(203);
    // Reads of a task, on other threads.
    assertThat(client.withResponse(c -> c.products().tree(ID)).statusCode()).isEqualTo(200);
  }

  @Test
  void hasOneForEachOfSeveralViews() {
    server.enqueue(answer(201, "[]").build());
    server.enqueue(answer(202, "[]").build());

    ApiResponse<ApiResponse<List<ProductModel>>> outer =
        client.withResponse(
            c -> {
              ApiResponse<List<ProductModel>> inner = c.withResponse(i -> i.products().list());
              var unused = c.products().list();
              return inner;
            });

    assertThat(outer.body().statusCode()).isEqualTo(201);
    assertThat(outer.statusCode()).isEqualTo(202);
  }

  @Test
  void wantsACallOfTheClientThatItGives() {
    server.enqueue(answer(200, "[]").build());

    assertThatIllegalStateException()
        .isThrownBy(() -> client.withResponse(c -> client.products().list()))
        .withMessageContaining("call the client that it is given");
  }

  @Test
  void leavesRetrofitCallsAsTheyAre() throws Exception {
    server.enqueue(answer(404, "").build());

    assertThat(
            client
                .withResponse(
                    c -> {
                      try {
                        return c.api(ConfigsApi.class).getConfigs(ID).clone().execute().code();
                      } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                      }
                    })
                .statusCode())
        .isEqualTo(404);
  }
}
