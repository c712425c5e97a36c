package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** Any other status that is no success, redirects among them: they are never followed. */
public final class UnexpectedStatusException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public UnexpectedStatusException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
