package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.ClientClosedException;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.error.SecretMask;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.ratelimit.RateLimiter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What all calls of a client share: clock, threads, queues, listeners; and which are running. */
public final class CallDispatcher implements AutoCloseable {
  private final TimeSource time;
  private final CallExecutor executor;
  private final DoubleSupplier random;
  private final RateLimiter limiter;
  private final RetryBudget retryBudget;
  private final @Nullable Credentials credentials;
  private final CallListeners listeners;
  private final Map<Operation, RequestQueue> queues = new ConcurrentHashMap<>();
  private final Set<CallExecution<?>> running = ConcurrentHashMap.newKeySet();
  private final Deadlines deadlines;
  private final CallerThreads callerThreads;
  private final AtomicLong sequence = new AtomicLong();
  private final Map<Thread, DryRun> dryRuns = new ConcurrentHashMap<>();

  /** Made for the first failure, with the exceptions, which most clients never need. */
  private volatile @Nullable ErrorDecoder errors;

  private volatile boolean closed;

  /**
   * Makes a dispatcher.
   *
   * @param time closed with this
   * @param executor runs enqueued calls; closed with this
   * @param random between 0 and 1, for jitter
   * @param credentials masked in messages; null if each attempt has its own
   */
  public CallDispatcher(
      TimeSource time,
      CallExecutor executor,
      DoubleSupplier random,
      RateLimiter limiter,
      RetryBudget retryBudget,
      @Nullable Credentials credentials,
      CallListeners listeners) {
    this.time = time;
    this.executor = executor;
    this.random = random;
    this.limiter = limiter;
    this.retryBudget = retryBudget;
    this.credentials = credentials;
    this.listeners = listeners;
    this.deadlines = new Deadlines(time, running);
    this.callerThreads = new CallerThreads(time, executor.schedulerExecutor());
  }

  TimeSource time() {
    return time;
  }

  Executor executor() {
    return executor;
  }

  Executor schedulerExecutor() {
    return executor.schedulerExecutor();
  }

  Executor readExecutor() {
    return executor.readExecutor();
  }

  double random() {
    return random.getAsDouble();
  }

  RetryBudget retryBudget() {
    return retryBudget;
  }

  public ErrorDecoder errors() {
    ErrorDecoder made = errors;
    if (made == null) {
      made = new ErrorDecoder(new SecretMask(credentials), time);
      errors = made;
    }
    return made;
  }

  CallListeners listeners() {
    return listeners;
  }

  CallerThreads callerThreads() {
    return callerThreads;
  }

  RequestQueue queue(Operation operation) {
    RequestQueue queue = queues.get(operation);
    if (queue == null) {
      queue = new RequestQueue(operation, limiter, time, executor.schedulerExecutor(), random);
      RequestQueue other = queues.putIfAbsent(operation, queue);
      queue = other == null ? queue : other;
    }
    return queue;
  }

  long nextSequence() {
    return sequence.incrementAndGet();
  }

  /** Throws {@link ClientClosedException} if the client is closed. */
  public void checkOpen() {
    if (closed) {
      throw new ClientClosedException();
    }
  }

  /** Runs code in which this thread sends no write, through whichever view of the client. */
  public void withoutWrites(DryRun dryRun, Runnable code) {
    DryRun outer = dryRuns.put(Thread.currentThread(), dryRun);
    try {
      code.run();
    } finally {
      if (outer == null) {
        dryRuns.remove(Thread.currentThread());
      } else {
        dryRuns.put(Thread.currentThread(), outer);
      }
    }
  }

  /** Throws if this thread must not send the operation. */
  void checkDryRun(Operation operation) {
    DryRun dryRun = dryRuns.isEmpty() ? null : dryRuns.get(Thread.currentThread());
    if (dryRun != null && !operation.isSafe()) {
      throw dryRun.refuseBypass(operation);
    }
  }

  void began(CallExecution<?> execution) {
    running.add(execution);
    deadlines.watch(execution.deadline());
    if (closed) {
      execution.cancel(CancelReason.CLOSED);
    }
  }

  void ended(CallExecution<?> execution) {
    running.remove(execution);
  }

  /** Ends all calls, waiting and running. */
  @Override
  public void close() {
    closed = true;
    for (CallExecution<?> execution : running) {
      execution.cancel(CancelReason.CLOSED);
    }
    time.close();
    executor.close();
  }
}
