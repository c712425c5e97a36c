package com.configcat.management.it.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.Seed;
import com.configcat.management.micrometer.CallObservationListener;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spans of calls, by OpenTelemetry, on the fake. */
class SpansTest {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
  private final Tracer tracer = provider.get("test");
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final AtomicReference<Span> whileSending = new AtomicReference<>(Span.getInvalid());
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private ConfigCatFake fake;
  private ConfigCatManagementClient configcat;

  @BeforeEach
  void start() {
    OtelTracer micrometer = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
    OtelPropagator propagator =
        new OtelPropagator(
            ContextPropagators.create(W3CTraceContextPropagator.getInstance()), tracer);
    // As Spring Boot arranges them.
    observations
        .observationConfig()
        .observationHandler(
            new FirstMatchingCompositeObservationHandler(
                new PropagatingSenderTracingObservationHandler<>(micrometer, propagator),
                new DefaultTracingObservationHandler(micrometer)));
    fake = ConfigCatFake.builder().seed(Seed.shop()).start();
    configcat =
        ConfigCatManagementClient.builder()
            .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
            .baseUrl(fake.baseUrl())
            .httpClient(
                new OkHttpClient.Builder()
                    .addInterceptor(
                        chain -> {
                          whileSending.set(Span.current());
                          sent.addAll(chain.request().headers().names());
                          return chain.proceed(chain.request());
                        })
                    .build())
            .listener(new CallObservationListener(observations))
            .build();
  }

  @AfterEach
  void stop() {
    configcat.close();
    fake.close();
    provider.close();
  }

  @Test
  void givesABlockingCallTheCallersSpanForItsParent() {
    Span caller = tracer.spanBuilder("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      configcat.products().list();

      assertThat(Span.current()).isEqualTo(caller);
    }

    SpanData call = only("GET /v1/products");
    assertThat(call.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
    assertThat(call.getTraceId()).isEqualTo(caller.getSpanContext().getTraceId());
    assertThat(call.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(attributes(call))
        .isEqualTo(
            Map.of(
                "method", "GET",
                "uri", "/v1/products",
                "status", "200",
                "outcome", "SUCCESS",
                "exception", "none",
                "attempts", "1"));
  }

  @Test
  void givesAnEnqueuedCallTheSpanOfTheThreadThatEnqueuesIt() {
    Span caller = tracer.spanBuilder("caller").startSpan();
    var future =
        inScope(caller, () -> configcat.enqueue(configcat.api(ProductsApi.class).getProducts()));
    assertThat(future.join()).isNotEmpty();

    SpanData call = only("GET /v1/products");
    assertThat(call.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
    assertThat(only("http get").getParentSpanId()).isEqualTo(call.getSpanId());
    assertThat(whileSending.get().getSpanContext().getSpanId())
        .isEqualTo(only("http get").getSpanId());
  }

  @Test
  void givesCallsThatATaskMakesAtTheSameTimeTheCallersSpan() {
    UUID product = configcat.products().list().get(0).getProductId();
    exporter.reset();
    Span caller = tracer.spanBuilder("caller").startSpan();
    inScope(caller, () -> configcat.products().tree(product));

    List<SpanData> calls =
        exporter.getFinishedSpanItems().stream()
            .filter(span -> span.getKind() == SpanKind.INTERNAL)
            .toList();
    assertThat(calls)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            call ->
                assertThat(call.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId()));
  }

  @Test
  void makesEachAttemptASpanOfAClientBelowItsCall() {
    fake.faults().at(1, "GET /v1/products", Fault.statusBefore(503));
    configcat.products().list();

    SpanData call = only("GET /v1/products");
    List<SpanData> attempts = spans("http get");
    assertThat(attempts)
        .hasSize(2)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.getKind()).isEqualTo(SpanKind.CLIENT);
              assertThat(attempt.getParentSpanId()).isEqualTo(call.getSpanId());
              assertThat(attempt.getStartEpochNanos())
                  .isGreaterThanOrEqualTo(call.getStartEpochNanos());
            });
    assertThat(attributes(attempts.get(0)))
        .containsEntry("status", "503")
        .containsEntry("outcome", "SERVER_ERROR")
        .containsEntry("attempt", "1")
        .containsEntry("retry.reason", "none");
    assertThat(attributes(attempts.get(1)))
        .containsEntry("status", "200")
        .containsEntry("attempt", "2")
        .containsEntry("retry.reason", "SERVER_ERROR");
    assertThat(attributes(call)).containsEntry("attempts", "2");
  }

  @Test
  void isTheCurrentSpanWhileARequestIsSentAndNotAfterwards() {
    configcat.products().list();

    assertThat(whileSending.get().getSpanContext().getSpanId())
        .isEqualTo(only("http get").getSpanId());
    assertThat(Span.current()).isEqualTo(Span.getInvalid());
  }

  @Test
  void sendsNoTraceToTheService() {
    Span caller = tracer.spanBuilder("caller").startSpan();
    inScope(caller, () -> configcat.products().list());

    assertThat(sent).contains("User-Agent").doesNotContain("traceparent");
  }

  @Test
  void marksACallThatFailedWithoutAnAnswer() {
    fake.faults().always("GET /v1/products", Fault.statusBefore(503));
    try (ConfigCatManagementClient hurried =
        configcat.withOptions(options -> options.deadline(Duration.ofMillis(1)))) {
      var future = hurried.enqueue(hurried.api(ProductsApi.class).getProducts());
      assertThat(future).failsWithin(Duration.ofSeconds(30));
    }

    SpanData call = only("GET /v1/products");
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attributes(call)).containsEntry("exception", "DeadlineExceededException");
  }

  private static <T> T inScope(Span span, Supplier<T> action) {
    try (Scope scope = span.makeCurrent()) {
      return action.get();
    }
  }

  private SpanData only(String name) {
    assertThat(spans(name)).hasSize(1);
    return spans(name).get(0);
  }

  private List<SpanData> spans(String name) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }

  private static Map<String, String> attributes(SpanData span) {
    Map<String, String> all = new TreeMap<>();
    span.getAttributes()
        .forEach((AttributeKey<?> key, Object value) -> all.put(key.getKey(), value.toString()));
    return all;
  }
}
