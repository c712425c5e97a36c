package com.configcat.management.internal.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking calls on their callers' threads, and notices interrupts of those.
 *
 * <p>Reading from a socket ignores interrupts: one thread looks at all callers. There is none while
 * no call blocks.
 */
final class CallerThreads implements Runnable {
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

  /** What a caller waits for. */
  interface Awaited {
    boolean hasEnded();

    /** Called after each interrupt of the caller. */
    void interrupted();
  }

  /** Returns an executor for the steps of one call of the current thread. */
  ThreadlessExecutor newExecutor() {
    return new ThreadlessExecutor();
  }

  private void startIfNeeded() {
    if (!watching.get() && watching.compareAndSet(false, true)) {
      Thread thread = new Thread(null, this, "configcat-management-interrupts", 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Watches the callers, on a thread of its own. */
  @Override
  public void run() {
    try {
      int idle = 0;
      while (idle < IDLE_LOOKS) {
        LockSupport.parkNanos(INTERVAL.toNanos());
        idle = watched.isEmpty() ? idle + 1 : 0;
        for (ThreadlessExecutor caller : watched) {
          caller.look();
        }
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
    private volatile @Nullable Awaited awaited;

    @Override
    public void execute(Runnable step) {
      steps.add(step);
    }

    /**
     * Runs steps until what is awaited has ended. The flag of an interrupted thread is restored in
     * the end.
     */
    void runUntilEnd(Awaited end) {
      awaited = end;
      watched.add(this);
      startIfNeeded();
      try {
        runSteps(end);
      } finally {
        watched.remove(this);
      }
    }

    private void runSteps(Awaited end) {
      boolean wasInterrupted = false;
      while (!end.hasEnded()) {
        try {
          time.take(steps).run();
        } catch (InterruptedException e) {
          wasInterrupted = true;
          end.interrupted();
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
        interrupts.execute(Objects.requireNonNull(awaited)::interrupted);
      }
    }
  }
}
