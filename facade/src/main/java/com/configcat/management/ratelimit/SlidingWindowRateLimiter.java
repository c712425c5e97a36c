package com.configcat.management.ratelimit;

import com.configcat.management.core.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Sliding-window limiter with one log per operation. */
final class SlidingWindowRateLimiter implements RateLimiter {
  /** How long after its end the service may still count a request that got no response. */
  private static final long UNANSWERED = Duration.ofSeconds(2).toNanos();

  private final Map<Operation, SlidingLog> logs = new ConcurrentHashMap<>();
  private final int[] limits;
  private final long[] windows;
  private final LongSupplier ticker;
  private final long start;

  SlidingWindowRateLimiter(List<RateLimit> limits, LongSupplier ticker) {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no limit: give one, or use RateLimiter.unlimited()");
    }
    this.limits = new int[limits.size()];
    this.windows = new long[limits.size()];
    for (int k = 0; k < this.limits.length; k++) {
      RateLimit limit = Objects.requireNonNull(limits.get(k), "A limit is null: leave it out");
      this.limits[k] = limit.requests();
      this.windows[k] = limit.window().toNanos();
    }
    this.ticker = ticker;
    this.start = ticker.getAsLong();
  }

  @Override
  public Acquisition tryAcquire(Operation operation) {
    SlidingLog log = log(operation);
    synchronized (log) {
      long now = now();
      long wait = log.remaining(0, now);
      if (wait > 0) {
        return Acquisition.retryIn(Duration.ofNanos(wait));
      }
      log.begin();
    }
    return Acquisition.granted(new LoggedPermit(log));
  }

  @Override
  public Duration earliest(Operation operation, int ahead) {
    SlidingLog log = log(operation);
    synchronized (log) {
      return Duration.ofNanos(log.remaining(ahead, now()));
    }
  }

  private SlidingLog log(Operation operation) {
    SlidingLog log = logs.get(operation);
    if (log == null) {
      log = new SlidingLog(limits, windows);
      SlidingLog other = logs.putIfAbsent(operation, log);
      log = other == null ? log : other;
    }
    return log;
  }

  /** Returns nanoseconds since creation, so that comparisons never span the ticker's overflow. */
  private long now() {
    return ticker.getAsLong() - start;
  }

  private final class LoggedPermit implements Permit {
    private final SlidingLog log;

    // Guarded by the log.
    private boolean ended;

    LoggedPermit(SlidingLog log) {
      this.log = log;
    }

    @Override
    public void answered() {
      synchronized (log) {
        if (isFirstEnd()) {
          log.end(now());
        }
      }
    }

    @Override
    public void unanswered() {
      synchronized (log) {
        if (isFirstEnd()) {
          log.end(now() + UNANSWERED);
        }
      }
    }

    @Override
    public void unused() {
      synchronized (log) {
        if (isFirstEnd()) {
          log.undo();
        }
      }
    }

    private boolean isFirstEnd() {
      boolean first = !ended;
      ended = true;
      return first;
    }
  }
}
