package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.Operation;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.TransportException;
import com.configcat.management.model.ProductModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

class GovernedCallTest {
  private static final UUID ID = new UUID(0, 1);
  private final MockWebServer server = new MockWebServer();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .readTimeout(Duration.ofMillis(500))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private ProductsApi products() {
    return client.api(ProductsApi.class);
  }

  private static <T> CompletableFuture<Response<T>> enqueued(Call<T> call) {
    CompletableFuture<Response<T>> future = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> answered, Response<T> response) {
            assertThat(answered).isSameAs(call);
            future.complete(response);
          }

          @Override
          public void onFailure(Call<T> failed, Throwable t) {
            assertThat(failed).isSameAs(call);
            future.completeExceptionally(t);
          }
        });
    return future;
  }

  @Test
  void givesAnErrorAsAResponse() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).body("\"gone\"").build());

    Response<ProductModel> response = products().getProduct(ID).execute();

    assertThat(response.code()).isEqualTo(404);
    assertThat(response.errorBody().string()).isEqualTo("\"gone\"");
  }

  @Test
  void givesTheSameWhenEnqueued() throws Exception {
    server.enqueue(new MockResponse.Builder().body("[]").build());
    server.enqueue(new MockResponse.Builder().code(500).build());

    assertThat(enqueued(products().getProducts()).get(10, TimeUnit.SECONDS).body()).isEmpty();
    assertThat(enqueued(products().getProducts()).get(10, TimeUnit.SECONDS).code()).isEqualTo(500);
  }

  @Test
  void carriesTheTypedExceptionInAFailure() {
    server.enqueue(new MockResponse.Builder().body("{").build());
    server.enqueue(new MockResponse.Builder().body("{").build());

    IOException executed =
        catchThrowableOfType(IOException.class, () -> products().getProducts().execute());
    ExecutionException enqueued =
        catchThrowableOfType(
            ExecutionException.class,
            () -> enqueued(products().getProducts()).get(10, TimeUnit.SECONDS));

    assertThat(executed).hasCauseInstanceOf(DecodingException.class);
    assertThat(enqueued.getCause())
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(DecodingException.class);
  }

  @Test
  void saysThatALostWriteMayHaveBeenApplied() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    TransportException thrown =
        catchThrowableOfType(TransportException.class, () -> client.products().delete(ID));

    assertThat(thrown.requestMayHaveBeenApplied()).isTrue();
    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(thrown.operation()).isEqualTo(new Operation("DELETE", "/v1/products/{productId}"));
  }

  @Test
  void saysThatALostReadChangedNothing() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    ConfigCatException thrown =
        catchThrowableOfType(TransportException.class, () -> client.products().list());

    assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
  }

  @Test
  void saysThatNothingWasSentWithoutAConnection() {
    server.close();

    ConfigCatException thrown =
        catchThrowableOfType(TransportException.class, () -> client.products().delete(ID));

    assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
    assertThat(thrown)
        .hasMessageContaining("DELETE /v1/products/{productId} had no answer from http://");
  }

  @Test
  void endsWhenTheServiceSaysNothing() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    assertThat(catchThrowableOfType(TransportException.class, () -> client.products().list()))
        .hasMessageContaining("SocketTimeoutException");
  }

  @Test
  void takesATruncatedBodyForAFailureOfTheNetwork() {
    server.enqueue(
        new MockResponse.Builder()
            .body("[{\"name\":\"" + "x".repeat(100_000) + "\"}]")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(catchThrowableOfType(TransportException.class, () -> client.products().list()))
        .isNotNull();
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(catchThrowableOfType(TransportException.class, () -> client.products().list()))
        .isNotNull();
    assertThat(Thread.interrupted()).as("the interrupt stays set").isTrue();
  }

  @Test
  void keepsRetrofitsContract() throws Exception {
    server.enqueue(new MockResponse.Builder().body("[]").build());
    server.enqueue(new MockResponse.Builder().body("[]").build());
    Call<List<ProductModel>> call = products().getProducts();

    assertThat(call.isExecuted()).isFalse();
    assertThat(call.request().url().encodedPath()).isEqualTo("/v1/products");
    call.execute();
    assertThat(call.isExecuted()).isTrue();
    assertThat(call.clone().execute().body()).isEmpty();
    Call<List<ProductModel>> cancelled = call.clone();
    cancelled.cancel();
    assertThat(cancelled.isCanceled()).isTrue();
    assertThat(call.isCanceled()).isFalse();
    assertThat(catchThrowableOfType(IOException.class, cancelled::execute))
        .hasCauseInstanceOf(TransportException.class);
  }
}
