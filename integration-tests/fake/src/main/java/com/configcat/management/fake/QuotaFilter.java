package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.FakeResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Answers requests that exceed the quota, each operation and each credential by itself. */
final class QuotaFilter {
  /** An instant with the seven digits that .NET writes. */
  private static final DateTimeFormatter RESET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final RequestQuota quota;
  private final LongSupplier clock;
  private final Map<List<String>, List<RequestMeter>> meters = new HashMap<>();

  /** Counts by a clock that returns milliseconds since the epoch. */
  QuotaFilter(RequestQuota quota, LongSupplier clock) {
    this.quota = quota;
    this.clock = clock;
  }

  /** Forgets the requests counted. */
  void forget() {
    meters.clear();
  }

  /**
   * What the quota says of a request.
   *
   * @param refusal the answer to a request that exceeds it
   * @param headers what to add to the answer of one that does not
   */
  record Verdict(Optional<FakeResponse> refusal, Map<String, String> headers) {}

  Verdict count(String operation, String credential) {
    if (quota.limits().isEmpty() || operation.isEmpty()) {
      return new Verdict(Optional.empty(), Map.of());
    }
    List<RequestMeter> counts =
        meters.computeIfAbsent(
            List.of(operation, credential),
            key ->
                quota.limits().stream()
                    .map(limit -> RequestMeter.of(quota.algorithm(), limit))
                    .toList());
    long now = clock.getAsLong();
    for (int i = counts.size() - 1; i >= 0; i--) {
      RequestMeter meter = counts.get(i);
      if (meter.remaining(now) <= 0) {
        Map<String, String> headers = new LinkedHashMap<>(headers(counts, now));
        long seconds = Math.max(1, Math.floorDiv(meter.nextAllowed(now) - now + 999, 1000L));
        headers.put("Retry-After", Long.toString(seconds));
        return new Verdict(
            Optional.of(FakeResponse.text(429, exceeded(quota.limits().get(i)), headers)), headers);
      }
    }
    counts.forEach(meter -> meter.take(now));
    return new Verdict(Optional.empty(), headers(counts, now));
  }

  private static String exceeded(RequestQuota.Limit limit) {
    Duration period = limit.period();
    return "Too many requests: this operation allows "
        + limit.requests()
        + " in "
        + period.toSeconds()
        + " s.";
  }

  /** Remaining and Reset speak of the longest period only. */
  private static Map<String, String> headers(List<RequestMeter> counts, long now) {
    RequestMeter longest = counts.get(counts.size() - 1);
    return Map.of(
        "X-Rate-Limit-Remaining",
        Integer.toString(Math.max(0, longest.remaining(now))),
        "X-Rate-Limit-Reset",
        RESET.format(Instant.ofEpochMilli(longest.reset(now))));
  }
}
