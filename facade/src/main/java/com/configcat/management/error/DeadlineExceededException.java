package com.configcat.management.error;

import org.jspecify.annotations.Nullable;

/** The time given to the call is over, or would be over before it could be sent. */
public final class DeadlineExceededException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param cause how the last attempt ended, if there was one
   * @param failure what was called, and how
   */
  public DeadlineExceededException(String message, @Nullable Throwable cause, Failure failure) {
    super(message, cause, failure);
  }
}
