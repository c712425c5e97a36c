package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** Thrown for status 401: the credentials were rejected. Check the user name and password. */
public final class UnauthorizedException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the failed call
   * @param answer the error response
   */
  public UnauthorizedException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
