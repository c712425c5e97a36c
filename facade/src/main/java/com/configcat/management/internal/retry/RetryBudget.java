package com.configcat.management.internal.retry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the retries of all calls together, so that a failing service is not asked several times as
 * often: a token bucket, from which each retry takes one token.
 *
 * <p>The token of a retry that succeeds comes back, and a call that succeeds at once returns a
 * fifth of one. Thread-safe.
 */
public final class RetryBudget {
  /** Of each token, so that whole numbers do. */
  private static final int PARTS = 5;

  private final long full;
  private final AtomicLong parts;

  /** Makes a full budget. */
  public RetryBudget(int retries) {
    this.full = (long) retries * PARTS;
    this.parts = new AtomicLong(full);
  }

  /** Takes a token; returns false if there is none. */
  public boolean tryTake() {
    long before = parts.getAndUpdate(left -> left < PARTS ? left : left - PARTS);
    return before >= PARTS;
  }

  /** Returns what a call that the service has answered without a fault gives back. */
  public void succeeded(boolean afterRetry) {
    if (parts.get() < full) { // Nothing to write while all is well.
      parts.updateAndGet(left -> Math.min(full, left + (afterRetry ? PARTS : 1)));
    }
  }
}
