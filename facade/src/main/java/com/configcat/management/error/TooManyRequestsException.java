package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** 429: the operation's rate limit is exceeded. */
public final class TooManyRequestsException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public TooManyRequestsException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
