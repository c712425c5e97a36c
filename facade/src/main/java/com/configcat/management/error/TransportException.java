package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * Thrown when there is no response: no connection, an unresolved host, a reset, a timeout, a
 * response that is not valid HTTP, an interrupt, a cancelled call, or a rate limiter or credentials
 * provider that failed.
 */
public final class TransportException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param cause the underlying exception
   * @param failure the context of the failed call
   */
  public TransportException(String message, Throwable cause, FailureContext failure) {
    super(message, cause, failure);
  }
}
