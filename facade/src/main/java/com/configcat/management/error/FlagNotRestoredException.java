package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a temporary flag, or one of several, could not be restored, or it is unknown whether
 * it was.
 *
 * <p>The cause is a {@link ConflictException} if somebody else changed the flag in the meantime, in
 * which case their value is kept; otherwise it is the failure of the call that should have restored
 * or set the flag.
 */
public final class FlagNotRestoredException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** The value to restore. */
  private final String before;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param before the flag's previous value, as JSON
   * @param cause why the flag was not restored; null if somebody else changed several flags
   * @param failure the context of the failed call
   */
  public FlagNotRestoredException(
      String message, String before, @Nullable Throwable cause, FailureContext failure) {
    super(message, cause, failure);
    this.before = before;
  }

  /**
   * Returns the previous value, for restoring it by hand.
   *
   * @return the writable members of the value, as JSON; for several flags, an object with the value
   *     of each flag that is not restored, by the id of the flag
   */
  public String before() {
    return before;
  }
}
