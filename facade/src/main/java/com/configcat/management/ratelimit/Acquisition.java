package com.configcat.management.ratelimit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a limiter says when asked for a permit: here it is, or ask again later. */
public final class Acquisition {
  private final @Nullable Permit permit;
  private final Duration retryIn;

  private Acquisition(@Nullable Permit permit, Duration retryIn) {
    this.permit = permit;
    this.retryIn = retryIn;
  }

  /**
   * Says yes.
   *
   * @param permit to be told what became of the request
   * @return the answer
   */
  public static Acquisition granted(Permit permit) {
    return new Acquisition(
        Objects.requireNonNull(permit, "permit is null: give one, or how long to wait"),
        Duration.ZERO);
  }

  /**
   * Says not yet.
   *
   * @param wait the least time until a permit can be free, more than zero
   * @return the answer
   * @throws IllegalArgumentException if the time is not more than zero
   */
  public static Acquisition retryIn(Duration wait) {
    Objects.requireNonNull(wait, "wait is null: give how long to wait");
    if (wait.isNegative() || wait.isZero()) {
      throw new IllegalArgumentException("The wait " + wait + " is not more than zero");
    }
    return new Acquisition(null, wait);
  }

  /**
   * Returns the permit.
   *
   * @return nothing if there is none now
   */
  public Optional<Permit> permit() {
    return Optional.ofNullable(permit);
  }

  /**
   * Returns when to ask again.
   *
   * @return from now; zero if there is a permit
   */
  public Duration retryIn() {
    return retryIn;
  }
}
