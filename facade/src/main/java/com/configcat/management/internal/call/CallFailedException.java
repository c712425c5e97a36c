package com.configcat.management.internal.call;

import com.configcat.management.error.ConfigCatException;
import java.io.IOException;

/** Wraps a typed exception for Retrofit's interface, whose calls fail with an IOException. */
final class CallFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  CallFailedException(ConfigCatException exception) {
    super(exception.getMessage(), exception);
  }
}
