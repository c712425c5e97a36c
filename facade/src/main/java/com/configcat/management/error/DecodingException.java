package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a successful response has a missing body, one that cannot be decoded, or one that
 * exceeds the limit of the builder.
 */
public final class DecodingException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** The location at which decoding failed. */
  private final String jsonPath;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param jsonPath the location in the body, as a JSON path
   * @param cause the decoder's exception; null if there is none
   * @param failure the context of the failed call
   */
  public DecodingException(
      String message, String jsonPath, @Nullable Throwable cause, FailureContext failure) {
    super(message, cause, failure);
    this.jsonPath = jsonPath;
  }

  /**
   * Returns the location in the body at which decoding failed.
   *
   * @return a JSON path such as {@code $[3].productId}; {@code $} for the whole body
   */
  public String jsonPath() {
    return jsonPath;
  }
}
