package com.configcat.management.internal.retry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, as far as repeating it goes.
 *
 * @param kind which way
 * @param retryAfter how long the service asks to wait; null if it does not
 * @param untilReset how long until a used up quota is renewed; null if none is used up
 */
public record AttemptOutcome(
    Kind kind, @Nullable Duration retryAfter, @Nullable Duration untilReset) {
  /**
   * Makes an outcome about which the service said nothing.
   *
   * @param kind which way
   * @return the outcome
   */
  public static AttemptOutcome of(Kind kind) {
    return new AttemptOutcome(kind, null, null);
  }

  /** The ways an attempt can end. */
  public enum Kind {
    /** A success whose body could not be read. */
    UNDECODABLE,
    /** 429. */
    TOO_MANY_REQUESTS,
    /** 503. */
    UNAVAILABLE,
    /** 408, 500, 502 or 504. */
    FAULT,
    /** 404. */
    NOT_FOUND,
    /** Any other answer, a success or not: the same request would get it again. */
    FINAL,
    /** No connection stood, or it refused the request unseen; the service certainly did nothing. */
    NOT_SENT,
    /** The request was sent, in part at least, and no whole answer came. */
    LOST,
    /** The thread was interrupted. */
    INTERRUPTED,
    /** The request could not be made of its arguments. */
    UNSENDABLE
  }
}
