package com.configcat.management.micrometer;

import com.configcat.management.core.Operation;
import com.configcat.management.listener.RetryReason;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an observed attempt: one request and its response, if there is one.
 *
 * <p>It is that of a client, but puts no trace headers on the request: the service is not part of
 * the caller's system.
 */
public final class AttemptObservationContext extends SenderContext<Object> {
  private final Operation operation;
  private final int attempt;
  private final Duration waited;
  private final @Nullable RetryReason retryReason;
  private volatile @Nullable Integer statusCode;

  AttemptObservationContext(
      Operation operation, int attempt, Duration waited, @Nullable RetryReason retryReason) {
    super((carrier, key, value) -> {}, Kind.CLIENT);
    this.operation = operation;
    this.attempt = attempt;
    this.waited = waited;
    this.retryReason = retryReason;
    setCarrier(operation);
    setRemoteServiceName("configcat");
  }

  void ended(@Nullable Integer statusCode) {
    this.statusCode = statusCode;
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
   * Returns the number of the attempt.
   *
   * @return 1 for the first
   */
  public int attempt() {
    return attempt;
  }

  /**
   * Returns how long the call was queued for this attempt.
   *
   * @return the time it waited for the rate limit or a pause
   */
  public Duration waited() {
    return waited;
  }

  /**
   * Returns why this attempt was made after another.
   *
   * @return null for the first attempt
   */
  public @Nullable RetryReason retryReason() {
    return retryReason;
  }

  /**
   * Returns the HTTP status of the response.
   *
   * @return null if there is no complete response, and before the attempt has ended
   */
  public @Nullable Integer statusCode() {
    return statusCode;
  }
}
