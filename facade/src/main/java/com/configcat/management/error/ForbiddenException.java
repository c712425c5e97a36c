package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** 403: the credentials lack a permission that the operation needs. */
public final class ForbiddenException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public ForbiddenException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
