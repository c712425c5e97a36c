package com.configcat.management.ratelimit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The result of asking for a permit: a permit, or how long to wait before asking again. */
public final class Acquisition {
  private final @Nullable Permit permit;
  private final Duration retryIn;

  private Acquisition(@Nullable Permit permit, Duration retryIn) {
    this.permit = permit;
    this.retryIn = retryIn;
  }

  /**
   * Returns a result with a permit.
   *
   * @param permit the permit, which is notified when the request ends
   * @return the result
   */
  public static Acquisition granted(Permit permit) {
    return new Acquisition(
        Objects.requireNonNull(permit, "permit is null: give one, or how long to wait"),
        Duration.ZERO);
  }

  /**
   * Returns a result without a permit.
   *
   * @param wait the shortest time until a permit can be available; greater than zero
   * @return the result
   * @throws IllegalArgumentException if the wait is zero or negative
   */
  public static Acquisition retryIn(Duration wait) {
    Objects.requireNonNull(wait, "wait is null: give how long to wait");
    if (wait.isNegative() || wait.isZero()) {
      throw new IllegalArgumentException(
          "The wait " + wait + " is not positive: give the time until another try");
    }
    return new Acquisition(null, wait);
  }

  /**
   * Returns the permit, if one was granted.
   *
   * @return empty if no permit is available now
   */
  public Optional<Permit> permit() {
    return Optional.ofNullable(permit);
  }

  /**
   * Returns how long to wait before asking again.
   *
   * @return measured from now; zero if a permit was granted
   */
  public Duration retryIn() {
    return retryIn;
  }
}
