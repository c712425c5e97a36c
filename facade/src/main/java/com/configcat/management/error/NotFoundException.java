package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** 404: there is no such resource, or the credentials may not see it. */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public NotFoundException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
