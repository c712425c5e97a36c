package com.configcat.management.error;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not do what it was asked for; the root of all that the client throws beside
 * refused arguments.
 *
 * <p>Its message names operation and cause, and never holds a credential, an SDK key or a signing
 * key.
 */
public abstract class ConfigCatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was called. */
  private final Operation operation;

  /** Whether the service may have done it. */
  private final boolean requestMayHaveBeenApplied;

  /** How often it was tried. */
  private final int attempts;

  ConfigCatException(String message, @Nullable Throwable cause, FailureContext failure) {
    super(message, cause);
    this.operation = failure.operation();
    this.requestMayHaveBeenApplied = failure.requestMayHaveBeenApplied();
    this.attempts = failure.attempts();
  }

  /**
   * Returns the operation that was called.
   *
   * @return HTTP method and path
   */
  public Operation operation() {
    return operation;
  }

  /**
   * Says whether the service may have done what was asked, although the call failed.
   *
   * @return false if it certainly did not; always false for operations that only read
   */
  public boolean requestMayHaveBeenApplied() {
    return requestMayHaveBeenApplied;
  }

  /**
   * Returns how often the request was sent, or tried to be sent.
   *
   * @return the number of attempts
   */
  public int attempts() {
    return attempts;
  }
}
