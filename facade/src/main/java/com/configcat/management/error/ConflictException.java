package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** Thrown for status 409: the resource is not in the state that the request expects. */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the failed call
   * @param answer the error response
   */
  public ConflictException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
