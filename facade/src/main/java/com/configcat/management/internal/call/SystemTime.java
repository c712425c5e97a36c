package com.configcat.management.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system clock, and one thread for timers; none while idle. */
public final class SystemTime implements TimeSource {
  private static final Duration IDLE = Duration.ofSeconds(1);
  private final InstantSource clock = InstantSource.system();
  private final ScheduledThreadPoolExecutor scheduler;

  /** Starts no thread. */
  public SystemTime() {
    scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            action -> {
              Thread thread = new Thread(action, "configcat-management-scheduler");
              thread.setDaemon(true);
              return thread;
            });
    scheduler.setKeepAliveTime(IDLE.toNanos(), TimeUnit.NANOSECONDS);
    scheduler.allowCoreThreadTimeOut(true);
    scheduler.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Timer schedule(long delayNanos, Runnable action) {
    try {
      Future<?> scheduled = scheduler.schedule(action, delayNanos, TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: close() ends all calls.
      return () -> {};
    }
  }

  @Override
  public Runnable take(BlockingQueue<Runnable> steps) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(); // Some queues look at that only if they are empty.
    }
    return steps.take();
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
