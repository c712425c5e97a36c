package com.configcat.management.internal.call;

import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.OperationPaused;
import com.configcat.management.listener.RetryScheduled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one. What one of them throws is ignored, and the others are told. */
public final class CallListeners implements CallListener {
  private final List<CallListener> listeners;

  private CallListeners(List<CallListener> listeners) {
    this.listeners = listeners;
  }

  /**
   * Puts a user's listeners together with the log, if SLF4J is there.
   *
   * @param users any number
   * @return all of them
   */
  public static CallListener of(List<CallListener> users) {
    List<CallListener> all = new ArrayList<>(users);
    if (isThere("org.slf4j.LoggerFactory")) {
      all.add(new CallLog());
    }
    return new CallListeners(List.copyOf(all));
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, CallListeners.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private void tell(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Exception | Error ignored) {
        // Nothing that a listener does may change how a call ends. One in Kotlin throws checked
        // exceptions, too.
      }
    }
  }

  @Override
  public void attemptStarted(AttemptStarted event) {
    tell(listener -> listener.attemptStarted(event));
  }

  @Override
  public void attemptEnded(AttemptEnded event) {
    tell(listener -> listener.attemptEnded(event));
  }

  @Override
  public void operationPaused(OperationPaused event) {
    tell(listener -> listener.operationPaused(event));
  }

  @Override
  public void retryScheduled(RetryScheduled event) {
    tell(listener -> listener.retryScheduled(event));
  }

  @Override
  public void callEnded(CallEnded event) {
    tell(listener -> listener.callEnded(event));
  }
}
