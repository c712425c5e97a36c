package com.configcat.management.it.prism;

import org.jspecify.annotations.Nullable;

/** Says why Prism could not be installed or started, and what to do. */
public final class PrismException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PrismException(String message) {
    this(message, null);
  }

  PrismException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
