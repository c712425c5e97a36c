package com.configcat.management.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A successful response whose body cannot be decoded; carried through Retrofit. */
public final class UndecodableBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String reason;

  public UndecodableBodyException(String reason, String jsonPath, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.jsonPath = jsonPath;
  }

  /** Returns the reason, as part of a sentence, without anything of the body. */
  public String reason() {
    return reason;
  }

  public String jsonPath() {
    return jsonPath;
  }
}
