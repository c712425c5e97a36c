package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** 409: the resource is not in the state that the request expects. */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public ConflictException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
