package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * There was no answer: no connection, no name, a reset, a timeout, an interrupt, a cancelled call.
 */
public final class TransportException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param cause what the network said
   * @param failure what was called, and how
   */
  public TransportException(String message, Throwable cause, FailureContext failure) {
    super(message, cause, failure);
  }
}
