package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import java.util.List;
import java.util.Map;

/** Thrown for status 400: the request is invalid. */
public final class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the failed call
   * @param answer the error response
   */
  public BadRequestException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, failure, answer);
  }

  /**
   * Returns the validation messages of individual fields.
   *
   * @return messages by field name, as the service spells it; empty if it named no field
   */
  public Map<String, List<String>> fieldErrors() {
    return answer().fieldErrors();
  }
}
