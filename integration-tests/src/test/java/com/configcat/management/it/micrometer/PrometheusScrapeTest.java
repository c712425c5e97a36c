package com.configcat.management.it.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.Seed;
import com.configcat.management.micrometer.CallMeterListener;
import com.configcat.management.micrometer.CallObservationListener;
import com.google.gson.JsonArray;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meters of calls as Prometheus scrapes them over HTTP; the calls go to the fake. */
class PrometheusScrapeTest {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private static final Map<String, String> QUOTA = Map.of("X-Rate-Limit-Remaining", "17");

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ObservationRegistry observations = ObservationRegistry.create();
  private ConfigCatFake fake;
  private ConfigCatManagementClient configcat;
  private HttpServer endpoint;

  @BeforeEach
  void start() throws Exception {
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    fake = ConfigCatFake.builder().seed(Seed.shop()).start();
    configcat =
        ConfigCatManagementClient.builder()
            .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
            .baseUrl(fake.baseUrl())
            .listener(new CallObservationListener(observations))
            .listener(new CallMeterListener(meters))
            .build();
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext(
        "/metrics",
        exchange -> {
          byte[] scraped = meters.scrape(TEXT).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", TEXT);
          exchange.sendResponseHeaders(200, scraped.length);
          try (var body = exchange.getResponseBody()) {
            body.write(scraped);
          }
        });
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.stop(0);
    configcat.close();
    fake.close();
    meters.close();
  }

  private List<String> scrape() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:%d/metrics"
                                .formatted(endpoint.getAddress().getPort())))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body().lines().toList();
  }

  @Test
  void exposesCallsAttemptsWaitsRetriesAndPauses() throws Exception {
    fake.faults().at(1, "GET /v1/products", Fault.statusBefore(503));
    fake.faults().at(3, "GET /v1/products", Fault.statusBefore(429, Map.of("Retry-After", "1")));
    configcat.products().list();
    configcat.products().list();
    fake.faults().at(1, "GET /v1/organizations", Fault.answerBefore(200, QUOTA, new JsonArray()));
    configcat.organizations().list();
    Assertions.assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> configcat.products().get(UUID.randomUUID()));

    assertThat(scrape())
        .contains(
            "# TYPE configcat_management_call_seconds summary",
            "configcat_management_call_seconds_count{error=\"none\",exception=\"none\",method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/v1/products\"}"
                + " 2",
            "configcat_management_call_seconds_count{error=\"none\",exception=\"none\",method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"/v1/products/{productId}\"}"
                + " 1",
            "configcat_management_attempt_seconds_count{error=\"none\",method=\"GET\",outcome=\"SERVER_ERROR\",status=\"503\",uri=\"/v1/products\"}"
                + " 1",
            "configcat_management_attempt_seconds_count{error=\"none\",method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"429\",uri=\"/v1/products\"}"
                + " 1",
            "configcat_management_attempt_seconds_count{error=\"none\",method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/v1/products\"}"
                + " 2",
            "configcat_management_wait_seconds_count{method=\"GET\",uri=\"/v1/products\"} 4",
            "configcat_management_retries_total{method=\"GET\",reason=\"SERVER_ERROR\",uri=\"/v1/products\"}"
                + " 1.0",
            "configcat_management_retries_total{method=\"GET\",reason=\"RATE_LIMITED\",uri=\"/v1/products\"}"
                + " 1.0",
            "configcat_management_quota_remaining{method=\"GET\",uri=\"/v1/organizations\"}"
                + " 17.0",
            "configcat_management_pause_seconds_count{method=\"GET\",uri=\"/v1/products\"} 1");
    assertThat(String.join("\n", scrape()))
        .doesNotContain(ConfigCatFake.USER, ConfigCatFake.PASSWORD);
  }
}
