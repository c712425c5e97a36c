package com.configcat.management.internal.call;

import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.OperationPaused;
import com.configcat.management.listener.RetryScheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs to {@code com.configcat.management.calls}: attempts at DEBUG, retries at INFO, pauses that
 * the service asks for at WARN. Lines name the operation, never a parameter or a secret.
 */
final class CallLog implements CallListener {
  private final Logger log;

  CallLog() {
    this(LoggerFactory.getLogger("com.configcat.management.calls"));
  }

  CallLog(Logger log) {
    this.log = log;
  }

  @Override
  public void attemptStarted(AttemptStarted event) {
    if (!log.isTraceEnabled()) {
      return;
    }
    log.trace(
        "#{} {}: attempt {} begins, {} ms in the queue",
        event.call().id(),
        event.call().operation(),
        event.attempt(),
        event.waited().toMillis());
  }

  @Override
  public void attemptEnded(AttemptEnded event) {
    if (!log.isDebugEnabled()) {
      return;
    }
    log.debug(
        "#{} {}: {} in {} ms (attempt {})",
        event.call().id(),
        event.call().operation(),
        event.statusCode() == null ? "no answer" : event.statusCode(),
        event.duration().toMillis(),
        event.attempt());
  }

  @Override
  public void operationPaused(OperationPaused event) {
    log.warn(
        "#{} {}: the service asked for a pause of {} ms; all calls of the operation wait",
        event.call().id(),
        event.call().operation(),
        event.duration().toMillis());
  }

  @Override
  public void retryScheduled(RetryScheduled event) {
    log.info(
        "#{} {}: repeated in {} ms, {} (attempt {})",
        event.call().id(),
        event.call().operation(),
        event.delay().toMillis(),
        event.reason(),
        event.attempt());
  }

  @Override
  public void callEnded(CallEnded event) {
    if (!log.isDebugEnabled()) {
      return;
    }
    log.debug(
        "#{} {}: ended with {} after {} ms ({} attempts)",
        event.call().id(),
        event.call().operation(),
        event.failure() != null
            ? event.failure().getClass().getSimpleName()
            : event.statusCode() == null ? "no answer" : event.statusCode(),
        event.duration().toMillis(),
        event.attempts());
  }
}
