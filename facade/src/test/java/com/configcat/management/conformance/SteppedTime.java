package com.configcat.management.conformance;

import com.configcat.management.internal.call.CallExecutor;
import com.configcat.management.internal.call.TimeSource;
import com.configcat.management.internal.call.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Time that only passes when nothing else can happen: once every thread of the client waits, it
 * jumps to what comes next. One thread runs at a time, so that a vector always runs the same way.
 */
final class SteppedTime implements TimeSource {
  private static final Duration STUCK = Duration.ofSeconds(20);

  /** Ten seconds before the nanoseconds overflow: they may start anywhere. */
  private static final long ORIGIN = Long.MAX_VALUE - Duration.ofSeconds(10).toNanos();

  private static final int MOST_STEPS = 20_000;
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "conformance");
            thread.setDaemon(true);
            return thread;
          });

  private final ThreadLocal<Long> place = new ThreadLocal<>();
  private final VirtualTime clock;

  // Guarded by this.
  private final TreeMap<Long, Taker> takers = new TreeMap<>();
  private long numbers;
  private int running;
  private boolean closed;

  SteppedTime(Instant start) {
    this.clock = new VirtualTime(start);
  }

  private record Taker(BlockingQueue<Runnable> steps, Wait pause) {}

  /** One wait of one thread. */
  final class Wait {
    private final Semaphore over = new Semaphore(0);
    private boolean ended;

    /** Waits until somebody ends the wait; time may pass meanwhile. */
    void await() {
      rest();
      over.acquireUninterruptibly();
    }

    /** Ends the wait; its thread counts as running from now on. */
    void end() {
      synchronized (SteppedTime.this) {
        if (ended) {
          return;
        }
        ended = true;
        running++;
      }
      over.release();
    }
  }

  @Override
  public long nanoTime() {
    return ORIGIN + clock.nanoTime();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  long elapsedMs() {
    return clock.elapsed().toMillis();
  }

  @Override
  public Timer schedule(long delayNanos, Runnable action) {
    return clock.schedule(delayNanos, action);
  }

  /** Where enqueued calls run: each step on a thread, as soon as all others wait. */
  CallExecutor executor() {
    return new CallExecutor() {
      @Override
      public void execute(Runnable step) {
        schedule(0, () -> start(step));
      }

      @Override
      public void close() {}
    };
  }

  /** Runs a task on a thread of its own. */
  synchronized void start(Runnable task) {
    running++;
    long number = numbers++;
    THREADS.execute(
        () -> {
          place.set(number);
          try {
            task.run();
          } finally {
            rest();
          }
        });
  }

  /** One thread less that runs. */
  private synchronized void rest() {
    running--;
    notifyAll();
  }

  @Override
  public Runnable take(BlockingQueue<Runnable> steps) throws InterruptedException {
    Wait wait;
    synchronized (this) {
      Runnable step = steps.poll();
      if (step != null) {
        return step;
      }
      if (closed) {
        throw new InterruptedException();
      }
      wait = new Wait();
      takers.put(place.get(), new Taker(steps, wait));
    }
    wait.await();
    return take(steps);
  }

  /** Lets time pass until nothing is left that could happen. */
  void run() {
    int steps = 0;
    do {
      if (++steps > MOST_STEPS) {
        throw new AssertionError("The client goes round in circles at " + elapsedMs() + " ms");
      }
      settle();
    } while (clock.advanceToNext());
  }

  /** Returns once every thread waits, and none has anything to do. */
  private synchronized void settle() {
    do {
      long since = System.nanoTime();
      while (running > 0) {
        if (System.nanoTime() - since > STUCK.toNanos()) {
          throw new AssertionError("The client waits for something that is not in virtual time");
        }
        pause();
      }
    } while (wakeTaker());
  }

  /** Wakes the first thread, in the order of their calls, that was given something to do. */
  private boolean wakeTaker() {
    for (Long number : takers.keySet()) {
      if (closed || !takers.get(number).steps.isEmpty()) {
        takers.remove(number).pause.end();
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("WaitNotInLoop") // Whoever calls this has the loop.
  private void pause() {
    try {
      wait(STUCK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Ends every wait. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    clock.close();
    settle();
  }
}
