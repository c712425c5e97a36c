package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import java.util.List;
import java.util.Map;

/** 400: the request is not valid. */
public final class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure what was called, and how
   * @param answer what the service said
   */
  public BadRequestException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }

  /**
   * Returns the messages about single fields.
   *
   * @return messages by field, as the service spells it; empty if it named none
   */
  public Map<String, List<String>> fieldErrors() {
    return answer().fieldErrors();
  }
}
