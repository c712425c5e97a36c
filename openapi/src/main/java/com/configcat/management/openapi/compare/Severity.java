package com.configcat.management.openapi.compare;

/** What a change means for code that uses the client, from harmless to worst. */
public enum Severity {
  /** No code can tell the difference. */
  NO_EFFECT,
  /** There is something more to use. */
  ADDS,
  /** Code compiles as before, but may meet what it has never met. */
  SURPRISES,
  /** Code that uses the member has to change. */
  BREAKS;

  static Severity worst(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
