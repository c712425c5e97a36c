package com.configcat.management.listener;

/**
 * Listener for call events.
 *
 * <p>Methods are called on the thread where the event occurs, by several threads at once, and delay
 * the call while they run. Exceptions that they throw are ignored. Events contain no parameter
 * values, bodies, headers or secrets.
 *
 * <p>The events of one call follow one another, from {@link #callStarted} to {@link #callEnded},
 * and have the same {@link CallInfo} instance.
 */
public interface CallListener {
  /**
   * Called when a call starts, before it waits for anything, on the thread that makes it: that of
   * the caller for a blocking call, an enqueued one, and each of the calls that a task makes. What
   * is bound to that thread, such as the current span, can be taken over here.
   *
   * @param event the call
   */
  default void callStarted(CallStarted event) {}

  /**
   * Called when a request is about to be sent, on the thread that sends it.
   *
   * @param event the attempt, and how long it waited
   */
  default void attemptStarted(AttemptStarted event) {}

  /**
   * Called when an attempt ends, with or without a response, on the thread of its {@link
   * #attemptStarted}. An {@link Error} can end a call without it.
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
