package com.configcat.management.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries out of Retrofit why a successful answer cannot be decoded. */
public final class UndecodableBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String reason;

  public UndecodableBodyException(String reason, String jsonPath, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.jsonPath = jsonPath;
  }

  /**
   * Returns why, without anything of the body.
   *
   * @return a part of a sentence
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns where.
   *
   * @return a JSON path
   */
  public String jsonPath() {
    return jsonPath;
  }
}
