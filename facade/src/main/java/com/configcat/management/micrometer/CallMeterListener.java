package com.configcat.management.micrometer;

import com.configcat.management.core.Operation;
import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.OperationPaused;
import com.configcat.management.listener.RetryScheduled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records waits for the rate limit, retries, pauses, and what is left of the quota.
 *
 * <ul>
 *   <li>{@code configcat.management.wait}, a timer: how long attempts were queued because of the
 *       rate limit or a pause.
 *   <li>{@code configcat.management.retries}, a counter: retries by {@code reason}, one of {@link
 *       com.configcat.management.listener.RetryReason}.
 *   <li>{@code configcat.management.pause}, a timer: how long the service asked to leave an
 *       operation alone.
 *   <li>{@code configcat.management.quota.remaining}, a gauge: how many calls of the operation the
 *       service still allowed in its longest quota period, as the last response had it.
 * </ul>
 *
 * <p>Each has the tags {@code method} and {@code uri} of {@link CallObservationListener}, which
 * times calls and attempts. Clients with different credentials need listeners with different tags,
 * else the gauge has the quota of one of them.
 */
public final class CallMeterListener implements CallListener {
  private static final String QUOTA = "configcat.management.quota.remaining";

  private final MeterRegistry registry;
  private final Tags tags;
  private final Map<Tags, AtomicInteger> quotas = new ConcurrentHashMap<>();

  /**
   * Creates a listener without tags of your own.
   *
   * @param registry where the meters are registered
   */
  public CallMeterListener(MeterRegistry registry) {
    this(registry, Tags.empty());
  }

  /**
   * Creates a listener with tags of your own, such as one that tells clients with different
   * credentials apart.
   *
   * @param registry where the meters are registered
   * @param tags on each meter
   */
  public CallMeterListener(MeterRegistry registry, Iterable<Tag> tags) {
    this.registry = Objects.requireNonNull(registry, "registry is null: give one");
    this.tags = Tags.of(Objects.requireNonNull(tags, "tags is null: give some, or leave them out"));
  }

  private Tags tags(Operation operation) {
    return tags.and("method", operation.method(), "uri", OperationKeys.uri(operation));
  }

  @Override
  public void attemptStarted(AttemptStarted event) {
    Timer.builder("configcat.management.wait")
        .description("How long attempts were queued because of the rate limit or a pause")
        .tags(tags(event.call().operation()))
        .register(registry)
        .record(event.waited());
  }

  @Override
  public void attemptEnded(AttemptEnded event) {
    if (event.quotaRemaining() != null) {
      quotas
          .computeIfAbsent(tags(event.call().operation()), this::quota)
          .set(event.quotaRemaining());
    }
  }

  private AtomicInteger quota(Tags tags) {
    AtomicInteger remaining = new AtomicInteger();
    // A gauge cannot be registered again: of several clients, or after another, this one counts.
    registry.removeByPreFilterId(new Meter.Id(QUOTA, tags, null, null, Meter.Type.GAUGE));
    Gauge.builder(QUOTA, remaining, AtomicInteger::get)
        .description("How many calls the service still allows, as its last response had it")
        .tags(tags)
        .strongReference(true)
        .register(registry);
    return remaining;
  }

  @Override
  public void operationPaused(OperationPaused event) {
    Timer.builder("configcat.management.pause")
        .description("How long the service asked to leave an operation alone")
        .tags(tags(event.call().operation()))
        .register(registry)
        .record(event.duration());
  }

  @Override
  public void retryScheduled(RetryScheduled event) {
    Counter.builder("configcat.management.retries")
        .description("Retries of attempts")
        .tags(tags(event.call().operation()).and("reason", event.reason().name()))
        .register(registry)
        .increment();
  }
}
