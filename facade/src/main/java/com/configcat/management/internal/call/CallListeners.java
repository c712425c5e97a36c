package com.configcat.management.internal.call;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.internal.retry.AttemptOutcome;
import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallInfo;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.CallStarted;
import com.configcat.management.listener.OperationPaused;
import com.configcat.management.listener.RetryReason;
import com.configcat.management.listener.RetryScheduled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notifies the listeners of a client. Nothing that one of them throws changes how a call ends. */
public final class CallListeners {
  private final List<CallListener> listeners;

  public CallListeners(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Returns the users' listeners together with the log, if SLF4J is on the class path. */
  public static CallListeners withLog(List<CallListener> users) {
    List<CallListener> all = new ArrayList<>(users);
    if (isPresent("org.slf4j.LoggerFactory")) {
      all.add(new CallLog());
    }
    return new CallListeners(all);
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, CallListeners.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  void callStarted(CallInfo call) {
    if (listeners.isEmpty()) {
      return; // Most clients have none: no events are made for nobody.
    }
    CallStarted event = new CallStarted(call);
    notifyEach(listener -> listener.callStarted(event));
  }

  void attemptStarted(CallInfo call, int attempt, long waitedNanos) {
    if (listeners.isEmpty()) {
      return;
    }
    AttemptStarted event = new AttemptStarted(call, attempt, Duration.ofNanos(waitedNanos));
    notifyEach(listener -> listener.attemptStarted(event));
  }

  void attemptEnded(CallInfo call, int attempt, AttemptOutcome outcome, long nanos) {
    if (listeners.isEmpty()) {
      return;
    }
    AttemptEnded event =
        new AttemptEnded(
            call, attempt, outcome.status(), Duration.ofNanos(nanos), outcome.quotaRemaining());
    notifyEach(listener -> listener.attemptEnded(event));
  }

  void operationPaused(CallInfo call, Duration duration) {
    OperationPaused event = new OperationPaused(call, duration);
    notifyEach(listener -> listener.operationPaused(event));
  }

  void retryScheduled(CallInfo call, int attempt, RetryReason reason, Duration delay) {
    RetryScheduled event = new RetryScheduled(call, attempt, reason, delay);
    notifyEach(listener -> listener.retryScheduled(event));
  }

  void callEnded(
      CallInfo call,
      int attempts,
      long nanos,
      @Nullable Integer status,
      @Nullable Throwable failure) {
    if (listeners.isEmpty()) {
      return;
    }
    ConfigCatException typed = failure instanceof ConfigCatException e ? e : null;
    CallEnded event = new CallEnded(call, attempts, Duration.ofNanos(nanos), status, typed);
    notifyEach(listener -> listener.callEnded(event));
  }

  private void notifyEach(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Exception | Error ignored) {
        // A listener in Kotlin throws checked exceptions, too.
      }
    }
  }
}
