package com.configcat.management.internal.error;

import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.TransportException;
import com.configcat.management.internal.core.FailureContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Creates the exceptions of calls that ended without a failed exchange. */
public final class CallExceptions {
  private CallExceptions() {}

  /** The response is empty, but the operation requires content. */
  public static DecodingException nothingToDecode(FailureContext failure) {
    return new DecodingException(
        failure.operation() + " answered without the content that it must have",
        "$",
        null,
        failure);
  }

  /**
   * The call was ended by its user or by closing the client.
   *
   * @param why the reason, such as that it was cancelled
   */
  public static TransportException cancelled(String why, FailureContext failure) {
    return new TransportException(
        failure.operation() + " was ended without an answer: " + why + after(failure),
        new IOException(why),
        failure);
  }

  /** The rate limiter threw an exception; the request was not sent. */
  public static TransportException limiterFailed(Throwable cause, FailureContext failure) {
    return new TransportException(
        failure.operation() + " was not sent: the rate limiter failed" + after(failure),
        cause,
        failure);
  }

  /**
   * The deadline has passed, or would pass before the next attempt.
   *
   * @param notBefore the earliest time at which the request could have been sent; null if unknown
   * @param cause the failure of the last attempt; null if there was none
   */
  public static DeadlineExceededException outOfTime(
      Duration deadline,
      @Nullable Instant notBefore,
      @Nullable Throwable cause,
      FailureContext failure) {
    String message =
        failure.operation()
            + (notBefore == null
                ? " was not answered within its deadline of " + deadline
                : " cannot be sent within its deadline of "
                    + deadline
                    + ": the rate limit does not allow it before "
                    + notBefore.truncatedTo(ChronoUnit.MILLIS))
            + after(failure);
    return new DeadlineExceededException(message, notBefore, cause, failure);
  }

  private static String after(FailureContext failure) {
    return switch (failure.attempts()) {
      case 0 -> "";
      case 1 -> " (after 1 attempt)";
      default -> " (after " + failure.attempts() + " attempts)";
    };
  }
}
