package com.configcat.management.internal.call;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.PermitRequest.NotInTimeException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.error.CallExceptions;
import com.configcat.management.internal.retry.AttemptHistory;
import com.configcat.management.internal.retry.AttemptOutcome;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.internal.retry.RetryDecision;
import com.configcat.management.internal.retry.RetryPolicy;
import com.configcat.management.listener.CallInfo;
import com.configcat.management.listener.RetryReason;
import com.configcat.management.ratelimit.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives one call: queue, send, back off, retry, until a result or the deadline.
 *
 * <p>It never blocks. Its steps run one after the other on its executor: the caller's thread for a
 * blocking call, the client's pool for an enqueued one.
 *
 * @param <R> the type of an answer
 */
final class CallExecution<R>
    implements Runnable, PermitRequest.Listener, Consumer<AttemptResult<R>>, CallerThreads.Awaited {
  private enum State {
    WAITING,
    SENDING,
    ENDED
  }

  private final CallDispatcher dispatcher;
  private final TimeSource time;
  private final Operation operation;
  private final CallOptions options;
  private final AttemptSender<R> sender;
  private final Executor executor;
  private final Consumer<CallResult<R>> onEnd;
  private final RequestQueue queue;
  private final CallListeners listeners;
  private final CallInfo info;
  private final long sequence;
  private final long start;
  private final long deadline;

  // Written under the lock on this.
  private State state = State.WAITING;
  private volatile @Nullable CancelReason cancelReason;
  private @Nullable PermitRequest queued;
  private TimeSource.@Nullable Timer backoff;

  // Only touched by steps, which follow one another.
  private AttemptHistory history = AttemptHistory.NONE;
  private @Nullable AttemptResult<R> last;
  private @Nullable Permit held;
  private boolean outOfRetries;
  private long queuedSince;
  private long sentAt;

  /**
   * Makes an execution.
   *
   * @param executor runs its steps
   */
  CallExecution(
      CallDispatcher dispatcher,
      Operation operation,
      CallOptions options,
      AttemptSender<R> sender,
      Executor executor,
      Consumer<CallResult<R>> onEnd) {
    this.dispatcher = dispatcher;
    this.time = dispatcher.time();
    this.operation = operation;
    this.options = options;
    this.sender = sender;
    this.executor = executor;
    this.onEnd = onEnd;
    this.queue = dispatcher.queue(operation);
    this.sequence = dispatcher.nextSequence();
    this.listeners = dispatcher.listeners();
    this.info = new CallInfo(sequence, operation);
    this.start = time.nanoTime();
    this.deadline = start + options.deadline().toNanos();
  }

  /**
   * Starts the call, on the thread that makes it.
   *
   * @param cancelled why it ends at once; null unless it was cancelled before
   */
  void start(@Nullable CancelReason cancelled) {
    listeners.callStarted(info);
    dispatcher.began(this);
    if (cancelled != null) {
      cancel(cancelled);
    }
    executor.execute(this);
  }

  /** The first step: acquires a permit. */
  @Override
  public void run() {
    try {
      acquire();
    } catch (RuntimeException | Error e) {
      failStep(e);
    }
  }

  /** Returns when it is cancelled, by the time source's nanoseconds. */
  long deadline() {
    return deadline;
  }

  private void acquire() {
    queuedSince = time.nanoTime();
    PermitRequest request = new PermitRequest(sequence, deadline);
    synchronized (this) {
      if (cancelReason != null) {
        return; // cancel() ends it.
      }
      queued = request;
    }
    queue.acquire(request);
    Permit permit = request.granted();
    if (permit != null && mayBeginSending()) {
      send(permit);
      return;
    }
    if (isCancelled()) {
      queue.cancel(request); // It was cancelled just before it was queued.
    }
    request.whenSettled(this);
  }

  /** The request for a permit that was not there at once was granted. */
  @Override
  public void granted(Permit permit) {
    if (mayBeginSending()) {
      step(() -> send(permit));
    } else {
      queue.unused(permit);
    }
  }

  /** The request for a permit has failed. */
  @Override
  public void failed(Throwable failure) {
    if (failure instanceof NotInTimeException late) {
      Instant notBefore = time.instant().plusNanos(late.waitNanos());
      step(() -> endAtDeadline(notBefore));
    } else {
      step(() -> end(null, CallExceptions.limiterFailed(failure, context())));
    }
  }

  private synchronized boolean mayBeginSending() {
    if (cancelReason != null || state != State.WAITING) {
      return false;
    }
    state = State.SENDING;
    return true;
  }

  private void step(Runnable step) {
    executor.execute(
        () -> {
          try {
            step.run();
          } catch (RuntimeException | Error e) {
            failStep(e);
          }
        });
  }

  /** If a step throws, even an Error, the call ends and its permit is released. */
  private void failStep(Throwable e) {
    if (hasEnded()) {
      throw ManagedCall.unchecked(e); // From a callback.
    }
    if (held != null) {
      queue.unanswered(held);
    }
    end(null, e);
  }

  @Override
  public synchronized boolean hasEnded() {
    return state == State.ENDED;
  }

  private void send(Permit permit) {
    if (isCancelled()) {
      queue.unused(permit);
      endCancelled();
      return;
    }
    held = permit;
    sentAt = time.nanoTime();
    listeners.attemptStarted(info, history.attempts() + 1, sentAt - queuedSince);
    sender.attempt(this);
  }

  /** An attempt has ended. */
  @Override
  public void accept(AttemptResult<R> result) {
    release(Objects.requireNonNull(held), result.outcome().kind());
    listeners.attemptEnded(
        info, history.attempts() + 1, result.outcome(), time.nanoTime() - sentAt);
    decide(result);
  }

  private void release(Permit permit, AttemptOutcome.Kind kind) {
    held = null;
    if (kind == AttemptOutcome.Kind.LOST || kind == AttemptOutcome.Kind.INTERRUPTED) {
      queue.unanswered(permit);
    } else if (kind == AttemptOutcome.Kind.UNSENDABLE) {
      queue.unused(permit);
    } else {
      queue.answered(permit);
    }
  }

  private void decide(AttemptResult<R> result) {
    history = history.and(result.outcome());
    RetryDecision decision =
        withinBudget(
            RetryPolicy.decide(
                operation,
                options,
                result.outcome(),
                history,
                Duration.ofNanos(deadline - time.nanoTime()),
                dispatcher.random()),
            result.outcome());
    if (decision.pause() != null) {
      listeners.operationPaused(info, decision.pause());
      queue.pause(decision.pause().toNanos());
    }
    if (result.answer() == null && isCancelled()) {
      endCancelled();
      return;
    }
    last = result;
    if (decision instanceof RetryDecision.Return && result.answer() != null) {
      end(result.answer(), null);
    } else if (decision instanceof RetryDecision.Retry retry) {
      retry(retry);
    } else if (decision instanceof RetryDecision.OutOfTime out) {
      endAtDeadline(out.imposed() ? time.instant().plus(out.delay()) : null);
    } else if (result.answer() == null) {
      end(null, result.failure().apply(context()));
    } else {
      end(sender.withoutContent(result.answer()), null); // Already deleted.
    }
  }

  /** Ends a call that would be retried, if all calls together have used up their retries. */
  private RetryDecision withinBudget(RetryDecision decision, AttemptOutcome outcome) {
    RetryBudget budget = dispatcher.retryBudget();
    if (decision instanceof RetryDecision.Retry retry) {
      if (retry.isFree() || budget.tryTake()) {
        return retry;
      }
      outOfRetries = true;
      return new RetryDecision.Return(retry.pause());
    }
    if (outcome.isHealthy()) {
      budget.succeeded(history.failures() > 1);
    }
    return decision;
  }

  private void retry(RetryDecision.Retry retry) {
    listeners.retryScheduled(info, history.attempts(), retry.reason(), retry.delay());
    // Pauses are waited for in the queue, with all other calls of the operation.
    boolean inQueue = retry.reason() == RetryReason.RATE_LIMITED;
    boolean cancelled;
    synchronized (this) {
      cancelled = cancelReason != null;
      if (!cancelled) {
        state = State.WAITING;
        queued = null;
        if (!inQueue) {
          backoff = time.schedule(retry.delay().toNanos(), () -> step(this::acquire));
        }
      }
    }
    if (cancelled) {
      endCancelled();
    } else if (inQueue) {
      acquire();
    }
  }

  /** Ends the call; while an attempt is being sent, by ending the attempt. */
  void cancel(CancelReason reason) {
    boolean sending;
    PermitRequest request;
    synchronized (this) {
      if (cancelReason != null || state == State.ENDED) {
        return;
      }
      cancelReason = reason;
      sending = state == State.SENDING;
      request = queued;
      if (backoff != null) {
        backoff.cancel();
      }
    }
    if (sending && reason == CancelReason.DEADLINE) {
      // Not on the timer's thread: cancelling calls a user's OkHttp event listener.
      dispatcher.schedulerExecutor().execute(sender::cancel);
    } else if (sending) {
      sender.cancel();
    } else if (reason == CancelReason.DEADLINE && request != null) {
      expire(request);
    } else {
      if (request != null) {
        queue.cancel(request);
      }
      step(this::endCancelled);
    }
  }

  @Override
  public void interrupted() {
    cancel(CancelReason.INTERRUPTED);
  }

  private void expire(PermitRequest request) {
    queue
        .expire(request)
        .ifPresentOrElse(
            wait -> {
              Instant notBefore = time.instant().plusNanos(wait);
              step(() -> endAtDeadline(notBefore));
            },
            () -> step(this::endCancelled));
  }

  private boolean isCancelled() {
    return cancelReason != null;
  }

  private void endCancelled() {
    CancelReason reason;
    synchronized (this) {
      reason = Objects.requireNonNull(cancelReason);
    }
    if (reason == CancelReason.DEADLINE) {
      endAtDeadline(null);
    } else {
      end(null, CallExceptions.cancelled(reason.description(), context()));
    }
  }

  private void endAtDeadline(@Nullable Instant notBefore) {
    Throwable cause = last == null ? null : last.failure().apply(context());
    end(null, CallExceptions.outOfTime(options.deadline(), notBefore, cause, context()));
  }

  private FailureContext context() {
    return new FailureContext(
        operation,
        history.attempts(),
        !operation.isSafe() && history.mayHaveBeenApplied(),
        outOfRetries);
  }

  private void end(@Nullable R answer, @Nullable Throwable failure) {
    synchronized (this) {
      if (state == State.ENDED) {
        return;
      }
      state = State.ENDED;
    }
    dispatcher.ended(this);
    listeners.callEnded(
        info,
        history.attempts(),
        time.nanoTime() - start,
        answer == null || last == null ? null : last.outcome().status(),
        failure);
    onEnd.accept(new CallResult<>(answer, failure, context()));
  }
}
