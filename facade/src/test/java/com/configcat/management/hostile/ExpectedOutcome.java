package com.configcat.management.hostile;

import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * How a call ends.
 *
 * @param failure null for a success
 * @param status of the failure; 0 if it has none
 * @param applied what a write says about having been applied
 * @param repeats which calls are sent a second time, the last that the options allow
 * @param name in the body of a success; null if it is of no interest
 */
record ExpectedOutcome(
    @Nullable Class<? extends ConfigCatException> failure,
    int status,
    boolean applied,
    Repeats repeats,
    @Nullable String name) {
  enum Repeats {
    NONE,
    IDEMPOTENT,
    ALL
  }

  /** The answer is taken as it is, whatever it holds. */
  static final ExpectedOutcome ACCEPTED = accepted(null);

  /** No complete answer. */
  static final ExpectedOutcome LOST =
      new ExpectedOutcome(TransportException.class, 0, true, Repeats.IDEMPOTENT, null);

  /** The server certainly did nothing. */
  static final ExpectedOutcome NOT_SENT =
      new ExpectedOutcome(TransportException.class, 0, false, Repeats.ALL, null);

  /** No connection, now or later. */
  static final ExpectedOutcome REFUSED =
      new ExpectedOutcome(TransportException.class, 0, false, Repeats.NONE, null);

  /** A complete answer that is not what the contract says. */
  static final ExpectedOutcome UNDECODABLE =
      new ExpectedOutcome(DecodingException.class, 0, true, Repeats.NONE, null);

  /** The deadline passes while the first attempt is under way. */
  static final ExpectedOutcome LATE =
      new ExpectedOutcome(DeadlineExceededException.class, 0, true, Repeats.NONE, null);

  static ExpectedOutcome accepted(@Nullable String name) {
    return new ExpectedOutcome(null, 0, false, Repeats.NONE, name);
  }

  /** A status that says that nothing was done. */
  static ExpectedOutcome refusal(Class<? extends ApiException> type, int status) {
    return new ExpectedOutcome(type, status, false, Repeats.NONE, null);
  }

  /** A status after which nobody knows what was done. */
  static ExpectedOutcome doubt(Class<? extends ApiException> type, int status, Repeats repeats) {
    return new ExpectedOutcome(type, status, true, repeats, null);
  }

  int requests(Action action) {
    return switch (repeats) {
      case NONE -> 1;
      case IDEMPOTENT -> action.idempotent ? 2 : 1;
      case ALL -> 2;
    };
  }
}
