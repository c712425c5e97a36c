package com.configcat.management.listener;

/**
 * Is told what becomes of calls.
 *
 * <p>Methods are called where it happens, by several threads at once, and hold the call up while
 * they run. What they throw is ignored. Events hold no parameter, body, header or secret.
 */
public interface CallListener {
  /**
   * Is told that a request is about to be sent.
   *
   * @param event which, and how long it waited
   */
  default void attemptStarted(AttemptStarted event) {}

  /**
   * Is told that a request was answered, or will not be.
   *
   * @param event which, and how
   */
  default void attemptEnded(AttemptEnded event) {}

  /**
   * Is told that the service asked to leave an operation alone.
   *
   * @param event which, and how long
   */
  default void operationPaused(OperationPaused event) {}

  /**
   * Is told that another attempt is going to be made.
   *
   * @param event which, when, and why
   */
  default void retryScheduled(RetryScheduled event) {}

  /**
   * Is told that a call has ended. Once for each call that was begun.
   *
   * @param event which, and how
   */
  default void callEnded(CallEnded event) {}
}
