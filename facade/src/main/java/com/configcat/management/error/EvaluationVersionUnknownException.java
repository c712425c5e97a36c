package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * A flag named by SDK key can be read neither in a V2 Config nor in a V1 Config, so nothing was
 * written.
 *
 * <p>The cause is how the V1 read failed; how the V2 read failed before it is suppressed. Both in
 * the 400s often mean that there is no such flag, or that the SDK key is not valid.
 */
public final class EvaluationVersionUnknownException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param cause how the last read failed
   * @param failure what was called, and how
   */
  public EvaluationVersionUnknownException(
      String message, Throwable cause, FailureContext failure) {
    super(message, cause, failure);
  }
}
