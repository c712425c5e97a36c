package com.configcat.management.simulation;

import com.configcat.management.ratelimit.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** A service that allows 20 requests a second and 500 a minute, and counts what it allows. */
final class Service {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Request REQUEST =
      new Request.Builder().url("https://api.example.com/v1/products").build();
  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** Not the client's own numbers, which are to be tested. */
  private static final List<RateLimit> POLICY =
      List.of(new RateLimit(20, Duration.ofSeconds(1)), new RateLimit(500, Duration.ofMinutes(1)));

  private final List<Quota> quotas;

  Service(Algorithm algorithm, Random random) {
    quotas = POLICY.stream().map(limit -> algorithm.quota(limit, random)).toList();
  }

  /**
   * What it thinks of a request, at the instant at which it counts it.
   *
   * @param admitted whether it is within the limits
   * @param patience until one would be
   * @param remaining in the longest period
   * @param untilReset of the longest period
   */
  record Verdict(boolean admitted, long at, long patience, int remaining, long untilReset) {
    /** Makes the answer; speaks of the quota if it is a refusal, or if told to. */
    Response answer(Instant start, boolean speaks) {
      Response.Builder answer =
          new Response.Builder()
              .request(REQUEST)
              .protocol(Protocol.HTTP_1_1)
              .code(admitted ? 200 : 429)
              .message("");
      if (!admitted) {
        answer.header("Retry-After", Long.toString(Math.max(1, -Math.floorDiv(-patience, SECOND))));
      }
      if (speaks || !admitted) {
        answer.header("X-Rate-Limit-Remaining", Integer.toString(remaining));
        answer.header(
            "X-Rate-Limit-Reset", SEVEN_DIGITS.format(start.plusNanos(at).plusNanos(untilReset)));
      }
      return answer.build();
    }
  }

  /** Receives a request. One that is refused is not counted. */
  Verdict receive(long now) {
    long wait = untilFree(now);
    if (wait == 0) {
      quotas.forEach(quota -> quota.take(now));
    }
    Quota longest = quotas.get(quotas.size() - 1);
    return new Verdict(wait == 0, now, wait, longest.remaining(now), longest.untilReset(now));
  }

  private long untilFree(long now) {
    long wait = 0;
    for (Quota quota : quotas) {
      wait = Math.max(wait, quota.untilFree(now));
    }
    return wait;
  }

  /** Takes the next place there is, and returns when that is. */
  long takeNext(long from) {
    long at = from;
    for (long wait = untilFree(at); wait > 0; wait = untilFree(at)) {
      at += wait;
    }
    receive(at);
    return at;
  }
}
