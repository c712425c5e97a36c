package com.configcat.management.openapi.compare;

/**
 * Which way a value travels.
 *
 * @param sent whether the client sends it
 * @param read whether the client reads it
 */
record Direction(boolean sent, boolean read) {
  static final Direction SENT = new Direction(true, false);
  static final Direction READ = new Direction(false, true);

  boolean isUsed() {
    return sent || read;
  }

  /** Returns the worse of two severities, each of them counting for its own way only. */
  Severity severity(Severity whereSent, Severity whereRead) {
    return Severity.worst(
        sent ? whereSent : Severity.NO_EFFECT, read ? whereRead : Severity.NO_EFFECT);
  }
}
