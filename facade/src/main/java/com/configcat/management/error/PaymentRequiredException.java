package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** 402: the organization's plan does not allow it. */
public final class PaymentRequiredException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public PaymentRequiredException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
