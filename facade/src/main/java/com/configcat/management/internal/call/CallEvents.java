package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallInfo;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.OperationPaused;
import com.configcat.management.listener.RetryReason;
import com.configcat.management.listener.RetryScheduled;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the listener what becomes of one call. */
final class CallEvents {
  private final CallListener listener;
  private final CallInfo call;

  CallEvents(CallListener listener, long id, Operation operation) {
    this.listener = listener;
    this.call = new CallInfo(id, operation);
  }

  void attemptStarted(int attempt, long waitedNanos) {
    listener.attemptStarted(new AttemptStarted(call, attempt, Duration.ofNanos(waitedNanos)));
  }

  void attemptEnded(int attempt, @Nullable Integer status, long nanos) {
    listener.attemptEnded(new AttemptEnded(call, attempt, status, Duration.ofNanos(nanos)));
  }

  void operationPaused(Duration duration) {
    listener.operationPaused(new OperationPaused(call, duration));
  }

  void retryScheduled(int attempt, RetryReason reason, Duration wait) {
    listener.retryScheduled(new RetryScheduled(call, attempt, reason, wait));
  }

  void callEnded(int attempts, long nanos, @Nullable Integer status, @Nullable Throwable failure) {
    ConfigCatException typed = failure instanceof ConfigCatException e ? e : null;
    listener.callEnded(new CallEnded(call, attempts, Duration.ofNanos(nanos), status, typed));
  }
}
