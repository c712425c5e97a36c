package com.configcat.management.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Runs blocking calls on their callers' threads, and notices interrupts of those.
 *
 * <p>Reading from a socket ignores interrupts: one thread looks at all callers. There is none while
 * no call blocks.
 */
final class CallerThreads {
  private static final Duration INTERVAL = Duration.ofMillis(20);

  /** Looks without a caller before the thread ends: a second. */
  private static final int IDLE_LOOKS = 50;

  private final TimeSource time;

  /** Runs what an interrupt causes, which may call a user's OkHttp event listener. */
  private final Executor interrupts;

  private final Set<ThreadlessExecutor> watched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean watching = new AtomicBoolean();

  CallerThreads(TimeSource time, Executor interrupts) {
    this.time = time;
    this.interrupts = interrupts;
  }

  /** Returns an executor for the steps of one call of the current thread. */
  ThreadlessExecutor newExecutor() {
    return new ThreadlessExecutor();
  }

  private void startIfNeeded() {
    if (!watching.get() && watching.compareAndSet(false, true)) {
      Thread thread = new Thread(null, this::watch, "configcat-management-interrupts", 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void watch() {
    try {
      int idle = 0;
      while (idle < IDLE_LOOKS) {
        LockSupport.parkNanos(INTERVAL.toNanos());
        idle = watched.isEmpty() ? idle + 1 : 0;
        watched.forEach(ThreadlessExecutor::look);
      }
    } finally {
      watching.set(false);
    }
    if (!watched.isEmpty()) {
      startIfNeeded(); // A call came in between.
    }
  }

  /** Runs the steps of a call on its caller's thread, which waits in between. */
  final class ThreadlessExecutor implements Executor {
    private final Thread caller = Thread.currentThread();
    private final BlockingQueue<Runnable> steps = new LinkedTransferQueue<>();
    private volatile Runnable onInterrupt = () -> {};

    @Override
    public void execute(Runnable step) {
      steps.add(step);
    }

    /**
     * Runs steps until the call is done.
     *
     * @param interrupted called after each interrupt of the thread; the interrupt flag is restored
     *     in the end
     */
    void runUntil(BooleanSupplier done, Runnable interrupted) {
      onInterrupt = interrupted;
      watched.add(this);
      startIfNeeded();
      try {
        run(done);
      } finally {
        watched.remove(this);
      }
    }

    private void run(BooleanSupplier done) {
      boolean wasInterrupted = false;
      while (!done.getAsBoolean()) {
        try {
          time.take(steps).run();
        } catch (InterruptedException e) {
          wasInterrupted = true;
          onInterrupt.run();
        }
      }
      runRemaining();
      if (wasInterrupted) {
        caller.interrupt();
      }
    }

    /** Queue scans, for example: other calls wait for them even if this one has ended. */
    private void runRemaining() {
      Runnable step = steps.poll();
      while (step != null) {
        step.run();
        step = steps.poll();
      }
    }

    private void look() {
      if (caller.isInterrupted() && watched.remove(this)) {
        interrupts.execute(onInterrupt);
      }
    }
  }
}
