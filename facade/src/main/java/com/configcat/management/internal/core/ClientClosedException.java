package com.configcat.management.internal.core;

/** Thrown when a call is started after the client was closed; nothing was sent. */
public final class ClientClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public ClientClosedException() {
    super("The client is closed: make another one");
  }
}
