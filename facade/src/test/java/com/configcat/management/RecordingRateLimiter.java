package com.configcat.management;

import com.configcat.management.core.Operation;
import com.configcat.management.ratelimit.Acquisition;
import com.configcat.management.ratelimit.RateLimiter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Grants every permit at once, and records for which operations. */
final class RecordingRateLimiter implements RateLimiter {
  private final List<String> permits = new CopyOnWriteArrayList<>();
  private final RateLimiter unlimited = RateLimiter.unlimited();

  @Override
  public Acquisition tryAcquire(Operation operation) {
    permits.add(operation.toString());
    return unlimited.tryAcquire(operation);
  }

  /** Returns the operations, in order; grows with further permits. */
  List<String> permits() {
    return permits;
  }
}
