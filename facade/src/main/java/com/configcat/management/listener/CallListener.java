package com.configcat.management.listener;

/**
 * Listener for call events.
 *
 * <p>Methods are called on the thread where the event occurs, by several threads at once, and delay
 * the call while they run. Exceptions that they throw are ignored. Events contain no parameter
 * values, bodies, headers or secrets.
 */
public interface CallListener {
  /**
   * Called when a request is about to be sent.
   *
   * @param event the attempt, and how long it waited
   */
  default void attemptStarted(AttemptStarted event) {}

  /**
   * Called when an attempt ends, with or without a response.
   *
   * @param event the attempt, and how it ended
   */
  default void attemptEnded(AttemptEnded event) {}

  /**
   * Called when an operation is paused because of a response from the service.
   *
   * @param event the operation, and how long it is paused
   */
  default void operationPaused(OperationPaused event) {}

  /**
   * Called when another attempt is scheduled.
   *
   * @param event the attempt that ended, the delay and the reason
   */
  default void retryScheduled(RetryScheduled event) {}

  /**
   * Called when a call ends; once for each call that was started.
   *
   * @param event the call, and how it ended
   */
  default void callEnded(CallEnded event) {}
}
