package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * A flag that was set for a while does not serve again what it did before, or it is not known
 * whether it does.
 *
 * <p>The cause says why: a {@link ConflictException} if somebody else changed the flag meanwhile,
 * which is then left as they want it; else how the call failed that should have put it back, or
 * that should have set it.
 */
public final class FlagNotRestoredException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** What should be served. */
  private final String before;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param before what the flag served before it was set, as JSON
   * @param cause why
   * @param failure what was called, and how
   */
  public FlagNotRestoredException(
      String message, String before, Throwable cause, FailureContext failure) {
    super(message, cause, failure);
    this.before = before;
  }

  /**
   * Returns what the flag served before it was set, to be put back by hand.
   *
   * @return the members of the value that can be written, as JSON
   */
  public String before() {
    return before;
  }
}
