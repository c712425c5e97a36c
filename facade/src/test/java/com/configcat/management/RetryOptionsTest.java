package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.FailedAttempt;
import com.configcat.management.core.RetryStrategy;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The retry budget and a user's retry strategy. */
class RetryOptionsTest {
  private static final UUID ID = new UUID(0, 1);
  private final MockWebServer server = MockServers.create();
  private final VirtualTime time = new VirtualTime();
  private final List<FailedAttempt> asked = new CopyOnWriteArrayList<>();
  private volatile MockResponse answer = status(503);

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static MockResponse status(int status) {
    return new MockResponse.Builder().code(status).body(status == 200 ? "[]" : "").build();
  }

  private ConfigCatManagementClientBuilder builder() {
    return VirtualClients.builder(time, 0.5)
        .credentials("user", "password")
        .rateLimiter(RateLimiter.unlimited())
        .baseUrl(server.url("/").toString());
  }

  private ConfigCatManagementClient with(RetryStrategy strategy) {
    return builder()
        .callOptions(
            CallOptions.defaults()
                .retryStrategy(
                    attempt -> {
                      asked.add(attempt);
                      return strategy.delay(attempt);
                    }))
        .build();
  }

  private static ApiException failure(ConfigCatManagementClient client) {
    return catchThrowableOfType(ApiException.class, () -> client.products().list());
  }

  private static void createTag(ConfigCatManagementClient client) {
    var unused = client.tags().create(ID, CreateTagModel.builder().name("a").build());
  }

  @Test
  void doesNotAskAFailingServiceFourTimesAsOften() {
    try (ConfigCatManagementClient client = builder().build()) {
      for (int call = 1; call <= 33; call++) {
        assertThat(failure(client).attempts()).isEqualTo(4);
      }
      assertThat(failure(client).attempts()).isEqualTo(2);
      for (int call = 35; call <= 1000; call++) {
        assertThat(failure(client).attempts()).isEqualTo(1);
      }
      assertThat(server.getRequestCount()).isEqualTo(1000 + 100);
      assertThat(failure(client))
          .isInstanceOf(ServerErrorException.class)
          .hasMessageEndingWith(" (not retried: the retry budget of the client is used up)");
    }
  }

  @Test
  void retriesAgainOnceTheServiceIsWell() {
    try (ConfigCatManagementClient client = builder().retryBudget(3).build()) {
      assertThat(failure(client).attempts()).isEqualTo(4);
      assertThat(failure(client.withOptions(o -> o.maxAttempts(2))).attempts()).isEqualTo(1);
      answer = status(200);
      for (int call = 0; call < 5; call++) {
        var unused = client.products().list();
      }
      answer = status(503);

      assertThat(failure(client).attempts()).isEqualTo(2);
    }
  }

  @Test
  void saysThatTheBudgetEndedACallWithoutAnswer() {
    try (ConfigCatManagementClient client =
        builder().baseUrl("http://127.0.0.1:1").retryBudget(1).build()) {
      assertThatExceptionOfType(com.configcat.management.error.TransportException.class)
          .isThrownBy(() -> client.products().list())
          .withMessageContaining("attempt 2")
          .withMessageEndingWith("(not retried: the retry budget of the client is used up)");
    }
  }

  @Test
  void letsAStrategyChooseDelays() {
    try (ConfigCatManagementClient client = with(attempt -> Duration.ofSeconds(5))) {
      assertThat(failure(client).attempts()).isEqualTo(4);
    }
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(15));
    assertThat(asked).extracting(FailedAttempt::attempt).containsExactly(1, 2, 3);
    assertThat(asked)
        .extracting(FailedAttempt::defaultDelay)
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(asked.get(0).statusCode()).isEqualTo(503);
    assertThat(asked.get(0).operation()).hasToString("GET /v1/products");
  }

  @Test
  void letsAStrategyEndACallAndDecideLikeTheClient() {
    try (ConfigCatManagementClient never = with(attempt -> null);
        ConfigCatManagementClient same = with(FailedAttempt::defaultDelay)) {
      assertThat(failure(never).attempts()).isEqualTo(1);
      assertThat(failure(same).attempts()).isEqualTo(4);
    }
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1750));
  }

  @Test
  void letsAStrategyRetryWhatTheClientWouldNot() {
    answer = status(404);
    try (ConfigCatManagementClient client =
        with(attempt -> Objects.equals(attempt.statusCode(), 404) ? Duration.ofSeconds(1) : null)) {
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> client.products().get(ID))
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(4));
      assertThat(asked.get(0).defaultDelay()).isNull();

      // Certainly not applied, even if it is a POST.
      answer = status(409);
      asked.clear();
      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> createTag(client))
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void doesNotLetAStrategyRepeatAWriteThatMayHaveBeenApplied() {
    try (ConfigCatManagementClient client = with(attempt -> Duration.ZERO)) {
      assertThatExceptionOfType(ServerErrorException.class)
          .isThrownBy(() -> createTag(client))
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
      assertThat(asked).isEmpty();

      assertThatExceptionOfType(ServerErrorException.class)
          .isThrownBy(() -> createTag(client.withOptions(options -> options.retryWrites(true))))
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(4));
    }
  }

  @Test
  void doesNotAskAStrategyAboutSuccesses() {
    answer = status(200);
    try (ConfigCatManagementClient client = with(attempt -> Duration.ZERO)) {
      assertThat(client.products().list()).isEmpty();
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void waitsAsLongAsTheServiceAsksWhateverAStrategySays() {
    answer = new MockResponse.Builder().code(503).addHeader("Retry-After", "3").build();
    try (ConfigCatManagementClient client = with(attempt -> Duration.ofSeconds(-1))) {
      assertThat(failure(client).attempts()).isEqualTo(4);
    }
    assertThat(time.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(9));
    assertThat(asked.get(0).retryAfter()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void throwsWhatAStrategyThrows() {
    try (ConfigCatManagementClient client =
        with(
            attempt -> {
              throw new UnsupportedOperationException("no idea");
            })) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> client.products().list());
    }
  }

  @Test
  void refusesABudgetThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> builder().retryBudget(0));
  }
}
