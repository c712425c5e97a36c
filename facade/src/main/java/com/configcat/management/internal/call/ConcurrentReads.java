package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.NotFoundException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Runs reads that do not depend on each other at the same time, while the caller's thread waits.
 *
 * <p>At most {@value #MAX_IN_FLIGHT} calls of an operation are in flight, in the order in which
 * they were added; each has its own deadline, from when it starts. The first failure ends all:
 * nothing more is started, what is in flight is cancelled, and the failure is thrown once it has
 * ended. So does an interrupt, which is kept. Used once, by one thread.
 */
public final class ConcurrentReads {
  /** The calls of an operation that are in flight, including those that wait for the rate limit. */
  public static final int MAX_IN_FLIGHT = 8;

  private final Map<Operation, Queue<Read<?>>> waiting = new LinkedHashMap<>();
  private final Set<ManagedCall<?>> inFlight = ConcurrentHashMap.newKeySet();
  private int added;
  private int running;
  private @Nullable Throwable failure;
  private volatile boolean interrupted;

  /** Adds a read, which must succeed. */
  public <T> Read<T> add(Call<T> call) {
    return add(new Read<>(ManagedCall.of(call), false));
  }

  /** Adds a read of something that may not exist: 404 is no failure. */
  public <T> Read<T> addOptional(Call<T> call) {
    return add(new Read<>(ManagedCall.of(call), true));
  }

  private <T> Read<T> add(Read<T> read) {
    waiting.computeIfAbsent(read.call.operation(), absent -> new ArrayDeque<>()).add(read);
    added++;
    return read;
  }

  /** Runs all reads, or throws what a blocking call would. */
  public void run() {
    if (added > 1 && !Thread.currentThread().isInterrupted()) {
      runConcurrently();
    }
    // One alone needs no other thread; and after an interrupt, the next one throws at once.
    for (Queue<Read<?>> reads : waiting.values()) {
      while (!reads.isEmpty()) {
        reads.remove().runHere();
      }
    }
  }

  private void runConcurrently() {
    CallDispatcher dispatcher = waiting.values().iterator().next().element().call.dispatcher();
    CallerThreads.ThreadlessExecutor caller = dispatcher.callerThreads().newExecutor();
    try {
      for (Queue<Read<?>> reads : waiting.values()) {
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
          startNext(reads, caller);
        }
      }
      caller.runUntilEnd(
          new CallerThreads.Awaited() {
            @Override
            public boolean hasEnded() {
              return running == 0;
            }

            @Override
            public void interrupted() {
              interrupt();
            }
          });
    } finally {
      inFlight.forEach(ManagedCall::cancel); // There are none, unless one could not be started.
    }
    if (failure != null) {
      throw ManagedCall.unchecked(failure);
    }
  }

  private void startNext(Queue<Read<?>> reads, CallerThreads.ThreadlessExecutor caller) {
    if (failure == null && !interrupted && !reads.isEmpty()) {
      start(reads.remove(), reads, caller);
    }
  }

  private <T> void start(
      Read<T> read, Queue<Read<?>> siblings, CallerThreads.ThreadlessExecutor caller) {
    ManagedCall<T> call = read.call;
    inFlight.add(call);
    running++;
    call.enqueue(
        call.dispatcher().readExecutor(),
        end -> caller.execute(() -> ended(read, end, siblings, caller)));
    if (interrupted) {
      call.cancel(CancelReason.INTERRUPTED); // The interrupt may not have seen it.
    }
  }

  private <T> void ended(
      Read<T> read,
      CallResult<Response<T>> end,
      Queue<Read<?>> siblings,
      CallerThreads.ThreadlessExecutor caller) {
    inFlight.remove(read.call);
    running--;
    try {
      read.ended(end);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    startNext(siblings, caller);
  }

  private void fail(Throwable first) {
    if (failure == null) {
      failure = first;
      inFlight.forEach(ManagedCall::cancel);
    }
  }

  /** Called on any thread. */
  private void interrupt() {
    interrupted = true;
    inFlight.forEach(call -> call.cancel(CancelReason.INTERRUPTED));
  }

  /** A read, and its response once all have run. */
  public static final class Read<T> {
    private final ManagedCall<T> call;
    private final boolean mayBeMissing;
    private @Nullable T body;

    private Read(ManagedCall<T> call, boolean mayBeMissing) {
      this.call = call;
      this.mayBeMissing = mayBeMissing;
    }

    private void runHere() {
      try {
        body = ManagedCall.run(call);
      } catch (NotFoundException e) {
        throwUnlessMissing(e);
      }
    }

    private void ended(CallResult<Response<T>> end) {
      if (end.answer() == null) {
        throw ManagedCall.unchecked(withCaller(end.failure()));
      }
      try {
        body = call.bodyOf(end.answer());
      } catch (NotFoundException e) {
        throwUnlessMissing(e);
      }
    }

    private void throwUnlessMissing(NotFoundException e) {
      if (!mayBeMissing) {
        throw e;
      }
    }

    /** Appends the caller's frames to those of the thread that made the exception. */
    private static @Nullable Throwable withCaller(@Nullable Throwable failure) {
      // Others are a user's, and may be thrown more than once.
      if (failure instanceof ConfigCatException) {
        failure.setStackTrace(
            Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
                .flatMap(Stream::of)
                .toArray(StackTraceElement[]::new));
      }
      return failure;
    }

    /** Returns the response. */
    public T body() {
      return Objects.requireNonNull(body, "The reads have not been run");
    }

    /** Returns the response; empty if there is none, since it does not exist. */
    public Optional<T> found() {
      return Optional.ofNullable(body);
    }
  }
}
