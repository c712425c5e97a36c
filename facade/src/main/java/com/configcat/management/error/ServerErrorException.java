package com.configcat.management.error;

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
  public ServerErrorException(String message, Failure failure, Answer answer) {
    super(message, failure, answer);
  }
}
