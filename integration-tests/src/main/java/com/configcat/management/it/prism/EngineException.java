package com.configcat.management.it.prism;

import org.jspecify.annotations.Nullable;

/**
 * Says why Docker cannot run Prism here. It is about the engine, never about Prism or its document.
 */
final class EngineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Makes one.
   *
   * @param reason what is the matter, to stand after a colon, without a full stop
   * @param advice what to do about it, in sentences
   */
  EngineException(String reason, String advice, @Nullable Throwable cause) {
    super(reason, cause);
    this.advice = advice;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  String advice() {
    return advice;
  }
}
