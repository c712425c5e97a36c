package com.configcat.management.internal.core;

import com.configcat.management.core.Operation;

/**
 * The context of a failed call, for the exception.
 *
 * @param attempts the number of attempts
 * @param requestMayHaveBeenApplied whether the service may have processed the request
 * @param outOfRetries whether the client's retry budget has kept the call from being retried
 */
public record FailureContext(
    Operation operation, int attempts, boolean requestMayHaveBeenApplied, boolean outOfRetries) {
  public FailureContext(Operation operation, int attempts, boolean requestMayHaveBeenApplied) {
    this(operation, attempts, requestMayHaveBeenApplied, false);
  }

  /** Returns the end of a message that says so; empty otherwise. */
  public String outOfRetriesNote() {
    return outOfRetries ? " (not retried: the retry budget of the client is used up)" : "";
  }
}
