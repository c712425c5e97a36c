package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.ratelimit.Acquisition;
import com.configcat.management.ratelimit.Permit;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limiter that may be anyone's: nothing that it answers, and nothing that its permits throw,
 * changes how a call ends or holds up others.
 */
record NonThrowingRateLimiter(RateLimiter limiter) {
  /** Beyond every deadline, and far from where nanoseconds overflow. */
  private static final Duration LONGEST = Duration.ofDays(365);

  /**
   * What it says.
   *
   * @param permit null if there is none now
   * @param waitNanos when to ask again, if there is no permit
   */
  record Answer(@Nullable Permit permit, long waitNanos) {}

  /** Asks for a permit; throws whatever the limiter throws. */
  Answer tryAcquire(Operation operation) {
    Acquisition answer =
        Objects.requireNonNull(
            limiter.tryAcquire(operation), "the rate limiter answered null: return an Acquisition");
    return new Answer(
        answer.permit().<Permit>map(CarefulPermit::new).orElse(null), nanos(answer.retryIn()));
  }

  /** Returns the least time until it can be the turn of one that has others before it. */
  long earliest(Operation operation, int ahead) {
    try {
      return nanos(limiter.earliest(operation, ahead));
    } catch (Exception | Error e) {
      return 0; // Unknown; if it is broken, the first in line is told.
    }
  }

  private static long nanos(Duration wait) {
    return wait.compareTo(LONGEST) < 0 ? wait.toNanos() : LONGEST.toNanos();
  }

  private record CarefulPermit(Permit permit) implements Permit {
    @Override
    public void answered() {
      tell(permit::answered);
    }

    @Override
    public void unanswered() {
      tell(permit::unanswered);
    }

    @Override
    public void unused() {
      tell(permit::unused);
    }

    private static void tell(Runnable end) {
      try {
        end.run();
      } catch (Exception | Error ignored) {
        // The request has its answer, or has none: that is not for a limiter to change.
      }
    }
  }
}
