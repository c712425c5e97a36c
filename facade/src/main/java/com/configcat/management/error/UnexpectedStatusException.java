package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** Thrown for any other unsuccessful status, including redirects, which are never followed. */
public final class UnexpectedStatusException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the failed call
   * @param answer the error response
   */
  public UnexpectedStatusException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
