package com.configcat.management.internal.http;

import java.io.IOException;

/** A pooled connection cannot carry the request, of which nothing was written. */
final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  StaleConnectionException() {
    super("the pooled connection was closed, nothing was sent");
  }
}
