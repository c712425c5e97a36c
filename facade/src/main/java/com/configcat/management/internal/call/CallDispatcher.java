package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.listener.CallListener;
import com.configcat.management.ratelimit.RateLimiter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** What all calls of a client share: time, threads, the queues they wait in, and who watches. */
public final class CallDispatcher implements AutoCloseable {
  private final TimeSource time;
  private final CallExecutor executor;
  private final DoubleSupplier random;
  private final RateLimiter limiter;
  private final ErrorDecoder errors;
  private final CallListener listener;
  private final Map<Operation, RequestQueue> queues = new ConcurrentHashMap<>();
  private final Set<CallExecution<?>> running = ConcurrentHashMap.newKeySet();
  private final AtomicLong sequence = new AtomicLong();
  private volatile boolean closed;

  /**
   * Makes it.
   *
   * @param time what time it is, and waiting; closed with this
   * @param executor where enqueued calls run; closed with this
   * @param random between 0 and 1, for waits that are not to fall together
   * @param limiter gives permits
   * @param errors decodes how attempts end
   * @param listener is told
   */
  public CallDispatcher(
      TimeSource time,
      CallExecutor executor,
      DoubleSupplier random,
      RateLimiter limiter,
      ErrorDecoder errors,
      CallListener listener) {
    this.time = time;
    this.executor = executor;
    this.random = random;
    this.limiter = limiter;
    this.errors = errors;
    this.listener = listener;
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

  double random() {
    return random.getAsDouble();
  }

  ErrorDecoder errors() {
    return errors;
  }

  CallListener listener() {
    return listener;
  }

  RequestQueue queue(Operation operation) {
    return queues.computeIfAbsent(
        operation,
        absent -> new RequestQueue(operation, limiter, time, executor.schedulerExecutor(), random));
  }

  long nextSequence() {
    return sequence.incrementAndGet();
  }

  /**
   * Refuses what comes too late.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The client is closed: make another one");
    }
  }

  void began(CallExecution<?> execution) {
    running.add(execution);
    if (closed) {
      execution.cancel(CancelReason.CLOSED);
    }
  }

  void ended(CallExecution<?> execution) {
    running.remove(execution);
  }

  /** Ends all calls, those that wait and those that run. */
  @Override
  public void close() {
    closed = true;
    List.copyOf(running).forEach(execution -> execution.cancel(CancelReason.CLOSED));
    time.close();
    executor.close();
  }
}
