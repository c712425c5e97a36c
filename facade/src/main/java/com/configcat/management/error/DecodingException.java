package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/** The service answered with success, but with a body that is not what the operation gives. */
public final class DecodingException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** Where decoding stopped. */
  private final String jsonPath;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param jsonPath where in the body
   * @param cause what the decoder said
   * @param failure what was called, and how
   */
  public DecodingException(
      String message, String jsonPath, @Nullable Throwable cause, FailureContext failure) {
    super(message, cause, failure);
    this.jsonPath = jsonPath;
  }

  /**
   * Returns where in the body decoding stopped.
   *
   * @return such as {@code $[3].productId}; {@code $} for the body as a whole
   */
  public String jsonPath() {
    return jsonPath;
  }
}
