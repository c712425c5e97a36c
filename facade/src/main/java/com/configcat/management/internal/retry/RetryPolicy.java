package com.configcat.management.internal.retry;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.listener.RetryReason;
import java.time.Duration;
import java.util.Optional;
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
    if (outcome.kind() == AttemptOutcome.Kind.FINAL) {
      return new RetryDecision.Return(pause); // As nearly all do.
    }
    Optional<RetryReason> reason = reason(outcome.kind());
    if (reason.isEmpty() || !mayRetry(operation, options, outcome.kind(), history)) {
      return new RetryDecision.Return(pause);
    }
    boolean limited = outcome.kind() == AttemptOutcome.Kind.TOO_MANY_REQUESTS;
    Duration imposed = limited ? pause : outcome.retryAfter();
    Duration backoff =
        limited || outcome.kind() == AttemptOutcome.Kind.CREDENTIALS_CHANGED
            ? Duration.ZERO
            : jittered(doubled(FIRST_BACKOFF, history.failures()), random);
    Duration wait = imposed != null && imposed.compareTo(backoff) > 0 ? imposed : backoff;
    return wait.compareTo(left) < 0
        ? new RetryDecision.Retry(pause, wait, reason.get())
        : new RetryDecision.OutOfTime(pause, wait, imposed != null);
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

  private static Optional<RetryReason> reason(AttemptOutcome.Kind kind) {
    return switch (kind) {
      case TOO_MANY_REQUESTS -> Optional.of(RetryReason.RATE_LIMITED);
      case UNAVAILABLE, FAULT -> Optional.of(RetryReason.SERVER_ERROR);
      case NOT_SENT -> Optional.of(RetryReason.NOT_SENT);
      case LOST -> Optional.of(RetryReason.NO_ANSWER);
      case CREDENTIALS_CHANGED -> Optional.of(RetryReason.CREDENTIALS_CHANGED);
      case FINAL, UNAUTHORIZED, UNDECODABLE, NOT_FOUND, INTERRUPTED, UNSENDABLE -> Optional.empty();
    };
  }

  private static boolean mayRetry(
      Operation operation, CallOptions options, AttemptOutcome.Kind kind, AttemptHistory history) {
    if (kind == AttemptOutcome.Kind.TOO_MANY_REQUESTS
        || kind == AttemptOutcome.Kind.CREDENTIALS_CHANGED) {
      return true;
    }
    boolean harmless = kind == AttemptOutcome.Kind.NOT_SENT || operation.isIdempotent();
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
