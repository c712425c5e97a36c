package com.configcat.management.it.replay;

/** A document that the check let through and of which no client came. */
final class ReplayFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReplayFailure(String message) {
    super(message);
  }
}
