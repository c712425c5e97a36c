package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;

/** 5xx: the service, or something before it, failed. */
public final class ServerErrorException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public ServerErrorException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }
}
