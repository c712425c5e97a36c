package com.configcat.management.error;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * Base class of the exceptions thrown by failed calls. Invalid arguments throw standard exceptions
 * instead; unchecked exceptions of a user's own HTTP client, such as those of its interceptors and
 * its event listener, pass as they are.
 *
 * <p>The message names the operation and the cause, and never contains a credential, an SDK key or
 * a signing key.
 */
public abstract class ConfigCatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The operation that was called. */
  private final Operation operation;

  /** Whether the service may have applied the request. */
  private final boolean requestMayHaveBeenApplied;

  /** The number of attempts. */
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
   * Returns whether the service may have applied the request although the call failed.
   *
   * @return false if it certainly did not; always false for read-only operations
   */
  public boolean requestMayHaveBeenApplied() {
    return requestMayHaveBeenApplied;
  }

  /**
   * Returns how many attempts were made to send the request.
   *
   * @return the number of attempts; 0 if the call failed before the first
   */
  public int attempts() {
    return attempts;
  }
}
