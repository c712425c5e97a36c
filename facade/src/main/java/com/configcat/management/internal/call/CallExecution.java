package com.configcat.management.internal.call;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.error.CallExceptions;
import com.configcat.management.internal.retry.AttemptHistory;
import com.configcat.management.internal.retry.AttemptOutcome;
import com.configcat.management.internal.retry.RetryDecision;
import com.configcat.management.internal.retry.RetryPolicy;
import com.configcat.management.listener.RetryReason;
import com.configcat.management.ratelimit.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The course of one call from its start to its end: in line, an attempt, perhaps a wait, in line
 * again, all within one deadline.
 *
 * <p>It never blocks. Its steps run one after the other where its place says: on the caller's
 * thread, or on one of the client's.
 *
 * @param <R> what an answer is
 */
final class CallExecution<R> implements RequestQueue.QueuedCall {
  private enum State {
    WAITING,
    SENDING,
    ENDED
  }

  private final CallDispatcher governor;
  private final TimeSource time;
  private final Operation operation;
  private final CallOptions options;
  private final AttemptSender<R> exchange;
  private final Executor place;
  private final Consumer<CallResult<R>> onEnd;
  private final RequestQueue line;
  private final CallEvents events;
  private final long sequence;
  private final long start;
  private final long deadline;

  // Guarded by this.
  private State state = State.WAITING;
  private @Nullable CancelReason stop;
  private TimeSource.@Nullable Timer backoff;

  // Only touched by steps, which follow one another.
  private AttemptHistory history = AttemptHistory.NONE;
  private @Nullable AttemptResult<R> last;
  private TimeSource.@Nullable Timer deadlineTimer;
  private @Nullable Permit held;
  private long inLineSince;

  CallExecution(
      CallDispatcher governor,
      Operation operation,
      CallOptions options,
      AttemptSender<R> exchange,
      Executor place,
      Consumer<CallResult<R>> onEnd) {
    this.governor = governor;
    this.time = governor.time();
    this.operation = operation;
    this.options = options;
    this.exchange = exchange;
    this.place = place;
    this.onEnd = onEnd;
    this.line = governor.line(operation);
    this.sequence = governor.nextSequence();
    this.events = new CallEvents(governor.listener(), sequence, operation);
    this.start = time.nanoTime();
    this.deadline = start + options.deadline().toNanos();
  }

  /**
   * Starts. Nothing of it runs on this thread, unless this is its place.
   *
   * @param cancelled whether it ends before it begins
   */
  void start(boolean cancelled) {
    deadlineTimer = time.schedule(deadline - time.nanoTime(), () -> stop(CancelReason.DEADLINE));
    governor.began(this);
    if (cancelled) {
      stop(CancelReason.CANCELLED);
    }
    standInLine();
  }

  private void standInLine() {
    if (isStopped()) {
      return; // Whoever stopped it has seen to its end.
    }
    inLineSince = time.nanoTime();
    Executor looking = place == governor.executor() ? governor.schedulerExecutor() : place;
    line.join(this, looking).ifPresent(this::tooLate);
    if (isStopped()) {
      line.leave(this); // It was stopped just before it stood there.
    }
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public long deadline() {
    return deadline;
  }

  @Override
  public void tooLate(long waitNanos) {
    Instant notBefore = time.instant().plusNanos(waitNanos);
    step(() -> endAtDeadline(notBefore));
  }

  @Override
  public void failed(Throwable cause) {
    step(() -> end(null, CallExceptions.limiterFailed(cause, failure())));
  }

  @Override
  public boolean go(Permit permit) {
    synchronized (this) {
      if (stop != null || state != State.WAITING) {
        return false;
      }
      state = State.SENDING;
    }
    step(() -> send(permit));
    return true;
  }

  /** Whatever goes wrong in a step, an Error too, the call ends and its permit comes free. */
  private void step(Runnable step) {
    place.execute(
        () -> {
          try {
            step.run();
          } catch (RuntimeException | Error e) {
            if (hasEnded()) {
              throw e; // A callback's.
            }
            if (held != null) {
              held.unanswered();
            }
            end(null, e);
          }
        });
  }

  private synchronized boolean hasEnded() {
    return state == State.ENDED;
  }

  private void send(Permit permit) {
    if (isStopped()) {
      permit.unused();
      line.lookSoon();
      endStopped();
      return;
    }
    held = permit;
    int attempt = history.attempts() + 1;
    long sent = time.nanoTime();
    events.attemptStarted(attempt, sent - inLineSince);
    exchange.attempt(
        result -> {
          release(permit, result.outcome().kind());
          events.attemptEnded(attempt, result.status(), time.nanoTime() - sent);
          attemptEnded(result);
        });
  }

  private void release(Permit permit, AttemptOutcome.Kind kind) {
    held = null;
    switch (kind) {
      case LOST, INTERRUPTED -> permit.unanswered();
      case UNSENDABLE -> {
        permit.unused();
        line.lookSoon();
      }
      default -> permit.answered();
    }
  }

  private void attemptEnded(AttemptResult<R> result) {
    history = history.and(result.outcome(), result.mayHaveBeenApplied());
    Optional<Duration> pause = RetryPolicy.pause(result.outcome(), history.rateLimited());
    if (pause.isPresent()) {
      events.operationPaused(pause.get());
      line.pause(pause.get().toNanos());
    }
    if (result.answer() == null && isStopped()) {
      endStopped();
      return;
    }
    last = result;
    RetryDecision decision =
        RetryPolicy.decide(
            operation,
            options,
            result.outcome(),
            history,
            Duration.ofNanos(deadline - time.nanoTime()),
            governor.random());
    if (decision instanceof RetryDecision.Retry repeat) {
      repeat(repeat);
    } else if (decision instanceof RetryDecision.OutOfTime out) {
      endAtDeadline(out.imposed() ? time.instant().plus(out.delay()) : null);
    } else if (result.answer() == null) {
      end(null, result.failure().apply(failure()));
    } else if (decision instanceof RetryDecision.AlreadyDeleted) {
      end(exchange.withoutContent(result.answer()), null);
    } else {
      end(result.answer(), null);
    }
  }

  private void repeat(RetryDecision.Retry repeat) {
    events.retryScheduled(history.attempts(), repeat.reason(), repeat.delay());
    // A pause is waited for in line, with all the others that it is for.
    boolean inLine = repeat.reason() == RetryReason.RATE_LIMITED;
    boolean stopped;
    synchronized (this) {
      stopped = stop != null;
      if (!stopped) {
        state = State.WAITING;
        if (!inLine) {
          backoff = time.schedule(repeat.delay().toNanos(), () -> step(this::standInLine));
        }
      }
    }
    if (stopped) {
      endStopped();
    } else if (inLine) {
      standInLine();
    }
  }

  /** Ends the call, or has it ended by the step that runs. */
  void stop(CancelReason reason) {
    boolean sending;
    synchronized (this) {
      if (stop != null || state == State.ENDED) {
        return;
      }
      stop = reason;
      sending = state == State.SENDING;
      if (backoff != null) {
        backoff.cancel();
      }
    }
    if (sending && reason == CancelReason.DEADLINE) {
      // Not on the scheduler's thread: an event listener of the user's is told.
      governor.schedulerExecutor().execute(exchange::cancel);
    } else if (sending) {
      exchange.cancel();
    } else if (reason == CancelReason.DEADLINE) {
      line.giveUp(this).ifPresentOrElse(this::tooLate, () -> step(this::endStopped));
    } else {
      line.leave(this);
      step(this::endStopped);
    }
  }

  private synchronized boolean isStopped() {
    return stop != null;
  }

  private void endStopped() {
    CancelReason reason;
    synchronized (this) {
      reason = Objects.requireNonNull(stop);
    }
    if (reason == CancelReason.DEADLINE) {
      endAtDeadline(null);
    } else {
      end(null, CallExceptions.stopped(reason.words(), failure()));
    }
  }

  private void endAtDeadline(@Nullable Instant notBefore) {
    Throwable cause = last == null ? null : last.failure().apply(failure());
    end(null, CallExceptions.outOfTime(options.deadline(), notBefore, cause, failure()));
  }

  private FailureContext failure() {
    return new FailureContext(
        operation, history.attempts(), !operation.isSafe() && history.mayHaveBeenApplied());
  }

  private void end(@Nullable R answer, @Nullable Throwable failure) {
    synchronized (this) {
      if (state == State.ENDED) {
        return;
      }
      state = State.ENDED;
    }
    if (deadlineTimer != null) {
      deadlineTimer.cancel();
    }
    governor.ended(this);
    events.callEnded(
        history.attempts(),
        time.nanoTime() - start,
        answer == null || last == null ? null : last.status(),
        failure);
    onEnd.accept(new CallResult<>(answer, failure, failure()));
  }
}
