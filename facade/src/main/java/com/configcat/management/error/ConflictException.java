package com.configcat.management.error;

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
  public ConflictException(String message, Failure failure, Answer answer) {
    super(message, failure, answer);
  }
}
