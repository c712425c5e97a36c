package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** 401: the credentials are not accepted. Check user name and password. */
public final class UnauthorizedException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public UnauthorizedException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
