package com.configcat.management.internal.retry;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.FailedAttempt;
import com.configcat.management.core.Operation;
import com.configcat.management.core.RetryStrategy;
import com.configcat.management.listener.RetryReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do after an attempt, from two separate questions: whether the outcome is worth a
 * retry, and whether the request may be sent again.
 */
public final class RetryPolicy {
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(8);

  private RetryPolicy() {}

  /**
   * Decides what to do after an attempt, and how long to pause its operation.
   *
   * @param history the attempts of the call, including this one
   * @param left the time until the deadline
   * @param random from 0 to 1, for jitter
   */
  public static RetryDecision decide(
      Operation operation,
      CallOptions options,
      AttemptOutcome outcome,
      AttemptHistory history,
      Duration left,
      double random) {
    Duration pause = pause(outcome, history.rateLimited());
    if (outcome.kind() == AttemptOutcome.Kind.NOT_FOUND
        && operation.method().equals("DELETE")
        && history.mayHaveBeenApplied()) {
      return new RetryDecision.AlreadyDeleted(pause);
    }
    if (outcome.kind() == AttemptOutcome.Kind.FINAL && !outcome.isRefusal()) {
      return new RetryDecision.Return(pause); // As nearly all do.
    }
    RetryReason reason = reason(outcome.kind());
    @Nullable Duration wait =
        reason != null && mayRetry(operation, options, outcome, history)
            ? wait(outcome, history, pause, random)
            : null;
    if (options.retryStrategy().isPresent()
        && !isObeyed(outcome.kind())
        && (reason != null || outcome.isRefusal())
        && mayRetry(operation, options, outcome, history)) {
      wait = chosen(options.retryStrategy().get(), operation, outcome, history, wait);
      reason = reason == null ? RetryReason.STRATEGY : reason;
    }
    if (wait == null || reason == null) {
      return new RetryDecision.Return(pause);
    }
    return wait.compareTo(left) < 0
        ? new RetryDecision.Retry(pause, wait, reason)
        : new RetryDecision.OutOfTime(pause, wait, imposed(outcome, pause) != null);
  }

  /** Returns whether the client does what an outcome asks for, whatever the options are. */
  private static boolean isObeyed(AttemptOutcome.Kind kind) {
    return kind == AttemptOutcome.Kind.TOO_MANY_REQUESTS
        || kind == AttemptOutcome.Kind.CREDENTIALS_CHANGED;
  }

  private static Duration wait(
      AttemptOutcome outcome, AttemptHistory history, @Nullable Duration pause, double random) {
    Duration backoff =
        isObeyed(outcome.kind())
            ? Duration.ZERO
            : jittered(doubled(FIRST_BACKOFF, history.failures()), random);
    return longer(backoff, imposed(outcome, pause));
  }

  private static @Nullable Duration imposed(AttemptOutcome outcome, @Nullable Duration pause) {
    return outcome.kind() == AttemptOutcome.Kind.TOO_MANY_REQUESTS ? pause : outcome.retryAfter();
  }

  private static @Nullable Duration chosen(
      RetryStrategy strategy,
      Operation operation,
      AttemptOutcome outcome,
      AttemptHistory history,
      @Nullable Duration wait) {
    Duration delay =
        strategy.delay(
            new FailedAttempt(
                operation, history.attempts(), outcome.status(), outcome.retryAfter(), wait));
    return delay == null ? null : longer(delay, outcome.retryAfter());
  }

  private static Duration longer(Duration wait, @Nullable Duration atLeast) {
    Duration positive = wait.isNegative() ? Duration.ZERO : wait;
    return atLeast != null && atLeast.compareTo(positive) > 0 ? atLeast : positive;
  }

  private static @Nullable Duration pause(AttemptOutcome outcome, int rateLimited) {
    if (outcome.retryAfter() != null) {
      return switch (outcome.kind()) {
        case TOO_MANY_REQUESTS, UNAVAILABLE -> outcome.retryAfter();
        default -> null;
      };
    }
    if (outcome.untilReset() != null) {
      return outcome.untilReset();
    }
    return outcome.kind() == AttemptOutcome.Kind.TOO_MANY_REQUESTS
        ? doubled(FIRST_PAUSE, rateLimited)
        : null;
  }

  private static @Nullable RetryReason reason(AttemptOutcome.Kind kind) {
    return switch (kind) {
      case TOO_MANY_REQUESTS -> RetryReason.RATE_LIMITED;
      case UNAVAILABLE, FAULT -> RetryReason.SERVER_ERROR;
      case NOT_SENT -> RetryReason.NOT_SENT;
      case LOST -> RetryReason.NO_ANSWER;
      case CREDENTIALS_CHANGED -> RetryReason.CREDENTIALS_CHANGED;
      case FINAL, UNAUTHORIZED, UNDECODABLE, NOT_FOUND, INTERRUPTED, UNSENDABLE -> null;
    };
  }

  private static boolean mayRetry(
      Operation operation, CallOptions options, AttemptOutcome outcome, AttemptHistory history) {
    if (isObeyed(outcome.kind())) {
      return true;
    }
    boolean harmless =
        outcome.kind() == AttemptOutcome.Kind.NOT_SENT
            || (outcome.isRefusal() && !outcome.mayHaveBeenApplied())
            || operation.isIdempotent();
    return history.failures() < options.maxAttempts() && (harmless || options.retryWrites());
  }

  private static Duration doubled(Duration first, int times) {
    // Limits the shift: doubling five times exceeds the maximum already.
    Duration doubled = first.multipliedBy(1L << Math.min(times - 1, 5));
    return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
  }

  private static Duration jittered(Duration longest, double random) {
    return Duration.ofNanos((long) (longest.toNanos() * random));
  }
}
