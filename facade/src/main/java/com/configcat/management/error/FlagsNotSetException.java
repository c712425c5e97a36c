package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when some of several flags could not be set temporarily. All of them have their previous
 * values.
 *
 * <p>The message tells the outcome of each flag that could not be set. The cause is the first
 * failure, if there was one.
 */
public final class FlagsNotSetException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param cause the first failure; null if somebody else changed the flags in the meantime
   * @param failure the context of the failed call
   */
  public FlagsNotSetException(String message, @Nullable Throwable cause, FailureContext failure) {
    super(message, cause, failure);
  }
}
