package com.configcat.management.internal.call;

import com.configcat.management.error.ConfigCatException;
import java.io.IOException;

/**
 * Carries a typed exception through Retrofit's interface, which knows only this kind of failure.
 */
final class CallFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ConfigCatException exception;

  CallFailedException(ConfigCatException exception) {
    super(exception.getMessage(), exception);
    this.exception = exception;
  }

  ConfigCatException exception() {
    return exception;
  }
}
