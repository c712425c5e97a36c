package com.configcat.management.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.error.TransportException;
import com.configcat.management.model.ProductModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one Redis, in real time, and a service that counts in sliding windows. */
@Timeout(60)
class Bucket4jRedisTest {
  private static final String USER = "jane@example.com";
  private static final Duration MARGIN = Duration.ofMillis(500);
  private static final List<RateLimit> POLICY =
      List.of(
          new RateLimit(20, Duration.ofMillis(200)), new RateLimit(50, Duration.ofMillis(1_200)));

  private final MockWebServer server = MockServers.create();
  private final StrictService service = new StrictService();
  private Bucket4jRedis redis;
  private ConfigCatManagementClient one;
  private ConfigCatManagementClient two;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    redis = new Bucket4jRedis(folder);
    server.setDispatcher(service);
    server.start();
    one = instance();
    two = instance();
    // What is slow only once: for another operation, which has its own limit.
    eventually(() -> one.organizations().list());
    eventually(() -> two.organizations().list());
  }

  private ConfigCatManagementClient instance() {
    return ConfigCatManagementClient.builder()
        .credentials(USER, "p4ssw0rd")
        .baseUrl(server.url("/").uri())
        .rateLimiter(Bucket4jRateLimiter.of(redis.connect(), USER, POLICY, MARGIN))
        .build();
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    server.close();
    redis.close();
  }

  @Test
  void twoInstancesAreNeverRefused() {
    List<CompletableFuture<List<ProductModel>>> promised =
        Stream.concat(enqueue(one, 40), enqueue(two, 40)).toList();

    promised.forEach(CompletableFuture::join);

    assertThat(service.refused()).as("answers with 429").isZero();
    assertThat(service.admitted()).isEqualTo(80);
    assertThat(redis.keys())
        .as("keys")
        .hasSize(2)
        .allSatisfy(
            key -> {
              assertThat(key).startsWith("configcat-management:").doesNotContain("jane");
              assertThat(key).doesNotContain("p4ssw0rd");
            })
        .anySatisfy(key -> assertThat(key).endsWith(":GET /v1/products"));
  }

  @Test
  void nothingIsSentWhileRedisIsGoneAndAllGoesOnWhenItIsBack() throws Exception {
    one.products().list();
    redis.stop();

    assertThatThrownBy(() -> one.products().list())
        .isInstanceOf(TransportException.class)
        .hasMessage("GET /v1/products was not sent: the rate limiter failed")
        .hasCauseInstanceOf(RuntimeException.class);
    List<CompletableFuture<List<ProductModel>>> promised = enqueue(two, 20).toList();
    for (CompletableFuture<List<ProductModel>> call : promised) {
      assertThat(call)
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withCauseInstanceOf(TransportException.class);
    }
    assertThat(service.admitted()).isEqualTo(1);

    redis.start();
    eventually(() -> one.products().list());
    eventually(() -> two.products().list());
    assertThat(service.admitted()).isEqualTo(3);
  }

  @Test
  void aCallDoesNotHangWhenRedisDoesNotAnswer() {
    redis.pause(Duration.ofSeconds(20));

    long start = System.nanoTime();
    assertThatThrownBy(() -> one.products().list())
        .isInstanceOf(TransportException.class)
        .hasMessage("GET /v1/products was not sent: the rate limiter failed")
        .hasCauseInstanceOf(io.github.bucket4j.TimeoutException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Bucket4jRedis.REQUEST_TIMEOUT, Duration.ofSeconds(15));
    assertThat(service.admitted()).isZero();
  }

  private static Stream<CompletableFuture<List<ProductModel>>> enqueue(
      ConfigCatManagementClient client, int calls) {
    ProductsApi products = client.api(ProductsApi.class);
    return IntStream.range(0, calls).mapToObj(i -> client.enqueue(products.getProducts()));
  }

  /** Calls until it is connected again. */
  private static void eventually(Runnable call) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        call.run();
        return;
      } catch (TransportException e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  /** Refuses a request for products that would be one too many in a window before it. */
  private static final class StrictService extends Dispatcher {
    private final List<Long> admitted = new ArrayList<>();
    private int refused;

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
      if (request.getUrl().encodedPath().equals("/v1/products")) {
        long now = System.nanoTime();
        if (POLICY.stream().anyMatch(limit -> isReached(limit, now))) {
          refused++;
          return new MockResponse.Builder().code(429).build();
        }
        admitted.add(now);
      }
      return new MockResponse.Builder().body("[]").build();
    }

    private boolean isReached(RateLimit limit, long now) {
      int place = admitted.size() - limit.requests();
      return place >= 0 && now - admitted.get(place) < limit.window().toNanos();
    }

    synchronized int admitted() {
      return admitted.size();
    }

    synchronized int refused() {
      return refused;
    }
  }
}
