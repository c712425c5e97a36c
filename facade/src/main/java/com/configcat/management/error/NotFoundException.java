package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** Thrown for status 404: the resource does not exist, or the credentials have no access to it. */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the failed call
   * @param answer the error response
   */
  public NotFoundException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
