package com.configcat.management.micrometer;

import com.configcat.management.core.Operation;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** Facts of an observed call: from its start to its result, waits and retries included. */
public final class CallObservationContext extends Observation.Context {
  private final Operation operation;
  private volatile @Nullable Integer statusCode;
  private volatile int attempts;

  CallObservationContext(Operation operation) {
    this.operation = operation;
  }

  void ended(@Nullable Integer statusCode, int attempts) {
    this.statusCode = statusCode;
    this.attempts = attempts;
  }

  /**
   * Returns the operation.
   *
   * @return its HTTP method and path template
   */
  public Operation operation() {
    return operation;
  }

  /**
   * Returns the HTTP status of the response.
   *
   * @return null if there is none, as before the call has ended
   */
  public @Nullable Integer statusCode() {
    return statusCode;
  }

  /**
   * Returns the number of attempts.
   *
   * @return 0 if nothing was sent, and before the call has ended
   */
  public int attempts() {
    return attempts;
  }
}
