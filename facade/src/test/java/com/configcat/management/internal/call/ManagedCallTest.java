package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.VirtualClients;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.api.SettingValuesBySdkKeyApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.error.TooManyRequestsException;
import com.configcat.management.error.TransportException;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingValueModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

class ManagedCallTest {
  private static final UUID ID = new UUID(0, 1);
  private final MockWebServer server = MockServers.create();
  private final VirtualTime time = new VirtualTime();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        VirtualClients.builder(time, 0.5)
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

  private ConfigCatManagementClient once() {
    return client.withOptions(options -> options.maxAttempts(1));
  }

  private void answer(int status, String... headers) {
    MockResponse.Builder response =
        new MockResponse.Builder().code(status).body(status == 200 ? "[]" : "");
    for (int i = 0; i < headers.length; i += 2) {
      response.setHeader(headers[i], headers[i + 1]);
    }
    server.enqueue(response.build());
  }

  private void lose() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
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
    answer(200);
    answer(501);

    assertThat(enqueued(products().getProducts()).get(10, TimeUnit.SECONDS).body()).isEmpty();
    assertThat(enqueued(products().getProducts()).get(10, TimeUnit.SECONDS).code()).isEqualTo(501);
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
  void repeatsWhatCannotDoHarm() {
    lose();
    answer(503);
    answer(500);
    answer(200);

    assertThat(client.products().list()).isEmpty();
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(250 + 500 + 1000));
  }

  @Test
  void doesNotRepeatAWriteThatMayHaveBeenApplied() {
    lose();

    TransportException thrown =
        catchThrowableOfType(
            TransportException.class,
            () ->
                client
                    .products()
                    .create(ID, CreateProductRequest.builder().name("Web shop").build()));

    assertThat(thrown.requestMayHaveBeenApplied()).isTrue();
    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void repeatsAWriteWhenToldTo() {
    lose();
    answer(503);
    server.enqueue(new MockResponse.Builder().code(201).body("{\"name\":\"Web shop\"}").build());

    assertThat(
            client
                .withOptions(options -> options.retryWrites(true))
                .products()
                .create(ID, CreateProductRequest.builder().name("Web shop").build())
                .getName())
        .isEqualTo("Web shop");
  }

  @Test
  void waitsAsLongAsItIsTold() {
    answer(429, "Retry-After", "7");
    answer(429, "Retry-After", "3");
    answer(200);

    assertThat(once().products().list()).isEmpty();
    assertThat(time.elapsed().toSeconds()).isEqualTo(10);
  }

  @Test
  void failsAtOnceWhenToldToWaitTooLong() {
    answer(429, "Retry-After", "120");
    answer(200);

    DeadlineExceededException first =
        catchThrowableOfType(DeadlineExceededException.class, () -> client.products().list());
    DeadlineExceededException second =
        catchThrowableOfType(DeadlineExceededException.class, () -> client.products().list());

    assertThat(first)
        .hasCauseInstanceOf(TooManyRequestsException.class)
        .hasMessage(
            "GET /v1/products cannot be sent within its deadline of PT2M: the rate limit does not"
                + " allow it before 2026-08-01T12:02:00Z (after 1 attempt)");
    assertThat(first.notBefore()).contains(time.instant().plusSeconds(120));
    assertThat(second).hasNoCause();
    assertThat(second.attempts()).isZero();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void cutsAnAttemptAtTheDeadline() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    try (ConfigCatManagementClient real =
        ConfigCatManagementClient.builder()
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .callOptions(CallOptions.defaults().deadline(Duration.ofMillis(200)))
            .build()) {
      DeadlineExceededException thrown =
          catchThrowableOfType(DeadlineExceededException.class, () -> real.products().delete(ID));

      assertThat(thrown.attempts()).isEqualTo(1);
      assertThat(thrown.requestMayHaveBeenApplied()).isTrue();
      assertThat(thrown.notBefore()).isEmpty();
    }
  }

  @Test
  void takesRetrofitsTimeoutForADeadline() {
    answer(503, "Retry-After", "6");
    Call<List<ProductModel>> call = products().getProducts();
    call.timeout().timeout(5, TimeUnit.SECONDS);

    assertThat(catchThrowableOfType(IOException.class, call::execute))
        .cause()
        .isInstanceOf(DeadlineExceededException.class)
        .hasCauseInstanceOf(ServerErrorException.class);
  }

  @Test
  void takesADeletedResourceForDeletedByItself() {
    lose();
    answer(404);

    client.products().delete(ID);

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void doesNotTakeForDeletedWhatItDidNotDelete() {
    answer(429);
    answer(404);

    assertThat(
            catchThrowableOfType(NotFoundException.class, () -> client.products().delete(ID))
                .requestMayHaveBeenApplied())
        .isFalse();
  }

  @Test
  void remembersThatAnEarlierAttemptMayHaveBeenApplied() {
    lose();
    answer(403);

    ConfigCatException thrown =
        catchThrowableOfType(ConfigCatException.class, () -> client.products().delete(ID));

    assertThat(thrown.requestMayHaveBeenApplied()).isTrue();
    assertThat(thrown).hasMessageStartingWith("DELETE /v1/products/{productId} answered 403");
    assertThat(thrown).hasMessageContaining("at attempt 2");
  }

  @Test
  void saysThatALostWriteMayHaveBeenApplied() {
    lose();

    TransportException thrown =
        catchThrowableOfType(TransportException.class, () -> once().products().delete(ID));

    assertThat(thrown.requestMayHaveBeenApplied()).isTrue();
    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(thrown.operation()).isEqualTo(new Operation("DELETE", "/v1/products/{productId}"));
  }

  @Test
  void saysThatALostReadChangedNothing() {
    lose();

    ConfigCatException thrown =
        catchThrowableOfType(TransportException.class, () -> once().products().list());

    assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
  }

  @Test
  void saysThatNothingWasSentWithoutAConnection() {
    server.close();

    ConfigCatException thrown =
        catchThrowableOfType(TransportException.class, () -> client.products().delete(ID));

    assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
    assertThat(thrown.attempts()).isEqualTo(4);
    assertThat(thrown)
        .hasMessageContaining("DELETE /v1/products/{productId} had no answer from http://");
  }

  @Test
  void endsWhenTheServiceSaysNothing() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    assertThat(catchThrowableOfType(TransportException.class, () -> once().products().list()))
        .hasMessageContaining("SocketTimeoutException");
  }

  @Test
  void takesATruncatedBodyForAFailureOfTheNetwork() {
    server.enqueue(
        new MockResponse.Builder()
            .body("[{\"name\":\"" + "x".repeat(100_000) + "\"}]")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    answer(200);

    assertThat(client.products().list()).isEmpty();
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(catchThrowableOfType(TransportException.class, () -> client.products().list()))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).as("the interrupt stays set").isTrue();
  }

  @Test
  void wrapsWhatAnInterceptorThrowsWithoutDeclaringIt() {
    try (ConfigCatManagementClient broken =
        VirtualClients.builder(time, 0.5)
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .httpClient(
                new OkHttpClient.Builder()
                    .addInterceptor(
                        chain -> {
                          ManagedCallTest.<RuntimeException>throwUndeclared(
                              new TimeoutException("no token for p4ssw0rd"));
                          return chain.proceed(chain.request());
                        })
                    .build())
            .build()) {
      TransportException thrown =
          catchThrowableOfType(TransportException.class, () -> broken.products().delete(ID));

      assertThat(thrown).hasMessageContaining("TimeoutException: no token for ***");
      assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
      assertThat(thrown.attempts()).isEqualTo(1);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void throwUndeclared(Exception checked) throws E {
    throw (E) checked;
  }

  @Test
  void saysWhatIsWrongWithAnArgumentAndSendsNothing() {
    Call<SettingValueModel> call =
        client
            .api(SettingValuesBySdkKeyApi.class)
            .getSettingValueBySdkkey("half of a pair: \ud83d", SdkKey.of("sdk-key"));

    assertThat(catchThrowableOfType(IllegalArgumentException.class, call::execute))
        .hasMessageContaining("path parameter");
    assertThat(enqueued(call.clone())).failsWithin(Duration.ZERO);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void keepsRetrofitsContract() throws Exception {
    answer(200);
    answer(200);
    Call<List<ProductModel>> call = products().getProducts();

    assertThat(call.isExecuted()).isFalse();
    assertThat(call.request().url().encodedPath()).isEqualTo("/v1/products");
    call.execute();
    assertThat(call.isExecuted()).isTrue();
    assertThatIllegalStateException().isThrownBy(call::execute);
    assertThat(call.clone().execute().body()).isEmpty();
    Call<List<ProductModel>> cancelled = call.clone();
    cancelled.cancel();
    assertThat(cancelled.isCanceled()).isTrue();
    assertThat(call.isCanceled()).isFalse();
    assertThat(catchThrowableOfType(IOException.class, cancelled::execute))
        .hasCauseInstanceOf(TransportException.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }
}
