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

/** Says why a call has no answer although no exchange with the service failed. */
public final class CallExceptions {
  private CallExceptions() {}

  /**
   * Says that there was no content where the operation gives some.
   *
   * @param failure what was called, and how
   * @return the exception, not thrown
   */
  public static DecodingException nothingToDecode(FailureContext failure) {
    return new DecodingException(
        failure.operation() + " answered without the content it has", "$", null, failure);
  }

  /**
   * Says that a call was ended from outside.
   *
   * @param why such as that it was cancelled
   * @param failure what was called, and how
   * @return the exception, not thrown
   */
  public static TransportException cancelled(String why, FailureContext failure) {
    return new TransportException(
        failure.operation() + " was ended without an answer: " + why + after(failure),
        new IOException(why),
        failure);
  }

  /**
   * Says that the limiter could not be asked. Nothing was sent.
   *
   * @param cause what it threw
   * @param failure what was called, and how
   * @return the exception, not thrown
   */
  public static TransportException limiterFailed(Throwable cause, FailureContext failure) {
    return new TransportException(
        failure.operation() + " was not sent: the rate limiter failed" + after(failure),
        cause,
        failure);
  }

  /**
   * Says that the time is over, or would be.
   *
   * @param deadline what was given to the call
   * @param notBefore the earliest that it could have been sent; null if unknown
   * @param cause how the last attempt ended; null if there was none
   * @param failure what was called, and how
   * @return the exception, not thrown
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
                    + ": the rate limit allows it not before "
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
