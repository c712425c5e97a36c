package com.configcat.management.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.VirtualClients;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.CallInfo;
import com.configcat.management.ratelimit.Acquisition;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallMetersTest {
  private static final UUID PRODUCT = UUID.fromString("08d86d63-2726-47cd-8bfc-59608ecb91e2");

  private final MockWebServer server = MockServers.create();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final ObservationRegistry observations = ObservationRegistry.create();

  @BeforeEach
  void start() throws Exception {
    server.start();
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ConfigCatManagementClient client(CallObservationListener listener) {
    return VirtualClients.builder(new VirtualTime(), 0.5)
        .credentials("user", "p4ssw0rd")
        .baseUrl(server.url("/").uri())
        .listener(listener)
        .listener(new CallMeterListener(meters, Tags.of("client", "mine")))
        .build();
  }

  private ConfigCatManagementClient client() {
    return client(new CallObservationListener(observations));
  }

  private void serveAfterTrouble() {
    server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "3").build());
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(
        new MockResponse.Builder().code(404).setHeader("X-Rate-Limit-Remaining", "17").build());
  }

  @Test
  void timesCallsByOperationAndOutcome() {
    serveAfterTrouble();
    try (ConfigCatManagementClient client = client()) {
      assertThat(catchThrowable(() -> client.configs().list(PRODUCT))).isNotNull();
    }

    Timer calls = meters.get("configcat.management.call").timer();
    assertThat(calls.count()).isEqualTo(1);
    assertThat(tags(calls))
        .containsExactly(
            "error=none",
            "exception=none",
            "method=GET",
            "outcome=CLIENT_ERROR",
            "status=404",
            "uri=/v1/products/{productId}/configs");
  }

  @Test
  void timesAttemptsByStatus() {
    serveAfterTrouble();
    try (ConfigCatManagementClient client = client()) {
      assertThat(catchThrowable(() -> client.configs().list(PRODUCT))).isNotNull();
    }

    assertThat(meters.get("configcat.management.attempt").timers())
        .allSatisfy(timer -> assertThat(timer.count()).isEqualTo(1))
        .extracting(timer -> timer.getId().getTag("status"))
        .containsExactlyInAnyOrder("429", "none", "404");
    assertThat(meters.get("configcat.management.attempt").tag("status", "429").timer())
        .satisfies(
            timer ->
                assertThat(tags(timer))
                    .containsExactly(
                        "error=none",
                        "method=GET",
                        "outcome=CLIENT_ERROR",
                        "status=429",
                        "uri=/v1/products/{productId}/configs"));
  }

  @Test
  void countsWaitsRetriesPausesAndQuota() {
    serveAfterTrouble();
    try (ConfigCatManagementClient client = client()) {
      assertThat(catchThrowable(() -> client.configs().list(PRODUCT))).isNotNull();
    }

    Timer waits = meters.get("configcat.management.wait").timer();
    assertThat(waits.count()).isEqualTo(3);
    assertThat(waits.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3025);
    assertThat(tags(waits))
        .containsExactly("client=mine", "method=GET", "uri=/v1/products/{productId}/configs");
    assertThat(retries("RATE_LIMITED")).isEqualTo(1);
    assertThat(retries("NO_ANSWER")).isEqualTo(1);
    Timer pauses = meters.get("configcat.management.pause").timer();
    assertThat(pauses.count()).isEqualTo(1);
    assertThat(pauses.totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(meters.get("configcat.management.quota.remaining").gauge().value()).isEqualTo(17);
  }

  private double retries(String reason) {
    return meters.get("configcat.management.retries").tag("reason", reason).counter().count();
  }

  @Test
  void namesTheExceptionOfACallWithoutAnAnswer() {
    try (ConfigCatManagementClient client =
        VirtualClients.builder(new VirtualTime(), 0.5)
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .rateLimiter(operation -> Acquisition.retryIn(Duration.ofHours(1)))
            .listener(new CallObservationListener(observations))
            .build()) {
      assertThat(catchThrowable(() -> client.products().list())).isNotNull();
    }

    Timer calls = meters.get("configcat.management.call").timer();
    assertThat(tags(calls))
        .containsExactly(
            "error=DeadlineExceededException",
            "exception=DeadlineExceededException",
            "method=GET",
            "outcome=UNKNOWN",
            "status=none",
            "uri=/v1/products");
    assertThat(meters.find("configcat.management.attempt").timer()).isNull();
  }

  @Test
  void hasOneTagForAllPathsThatAreNotTheApis() {
    CallMeterListener listener = new CallMeterListener(meters);
    for (String path : new String[] {"/v1/my-product", "/v1/her-product", "/v1/products"}) {
      listener.attemptEnded(
          new AttemptEnded(
              new CallInfo(1, new Operation("GET", path)), 1, 200, Duration.ofMillis(1), 3));
    }

    assertThat(meters.get("configcat.management.quota.remaining").gauges())
        .extracting(gauge -> gauge.getId().getTag("uri"))
        .containsExactlyInAnyOrder("UNKNOWN", "/v1/products");
  }

  @Test
  void showsTheQuotaThatTheNewestListenerSees() {
    CallInfo call = new CallInfo(1, new Operation("GET", "/v1/products"));
    for (int left : new int[] {4, 3}) {
      new CallMeterListener(meters)
          .attemptEnded(new AttemptEnded(call, 1, 200, Duration.ofMillis(1), left));
    }

    assertThat(meters.get("configcat.management.quota.remaining").gauge().value()).isEqualTo(3);
  }

  @Test
  void takesAConventionOfTheUser() {
    serveAfterTrouble();
    CallObservationConvention mine =
        new CallObservationConvention() {
          @Override
          public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
            return CallObservationConvention.super
                .getLowCardinalityKeyValues(context)
                .and(KeyValue.of("team", "shop"));
          }
        };
    try (ConfigCatManagementClient client =
        client(new CallObservationListener(observations, mine, null))) {
      assertThat(catchThrowable(() -> client.configs().list(PRODUCT))).isNotNull();
    }

    assertThat(meters.get("configcat.management.call").tag("team", "shop").timer().count())
        .isEqualTo(1);
  }

  @Test
  void takesAConventionOfTheRegistry() {
    serveAfterTrouble();
    observations
        .observationConfig()
        .observationConvention(
            new GlobalConvention() {
              @Override
              public String getName() {
                return "my.calls";
              }
            });
    try (ConfigCatManagementClient client = client()) {
      assertThat(catchThrowable(() -> client.configs().list(PRODUCT))).isNotNull();
    }

    assertThat(meters.get("my.calls").timer().count()).isEqualTo(1);
  }

  private interface GlobalConvention
      extends CallObservationConvention, GlobalObservationConvention<CallObservationContext> {}

  @Test
  void holdsNothingOfACallThatHasEnded() {
    serveAfterTrouble();
    CallObservationListener listener = new CallObservationListener(observations);
    try (ConfigCatManagementClient client = client(listener)) {
      assertThat(catchThrowable(() -> client.configs().list(PRODUCT))).isNotNull();
    }

    assertThat(listener).extracting("running").isEqualTo(Map.of());
    assertThat(meters.get("configcat.management.call.active").longTaskTimer().activeTasks())
        .isZero();
    assertThat(observations.getCurrentObservation()).isNull();
  }

  private static Set<String> tags(Meter meter) {
    return meter.getId().getTags().stream()
        .map((Tag tag) -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
