package com.configcat.management.internal.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for enqueued calls: up to a limit, and none while idle. */
public final class CallThreadPool implements CallExecutor {
  private static final Duration IDLE = Duration.ofSeconds(2);
  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor calls;
  private final ThreadPoolExecutor scheduling;
  private final ThreadPoolExecutor reading;

  /** Starts no thread. */
  public CallThreadPool(int maxThreads) {
    calls = pool(maxThreads, "configcat-management-call-");
    scheduling = pool(maxThreads, "configcat-management-queue-");
    reading = pool(maxThreads, "configcat-management-read-");
  }

  private ThreadPoolExecutor pool(int maxThreads, String name) {
    return new ThreadPoolExecutor(
        0,
        maxThreads,
        IDLE.toNanos(),
        TimeUnit.NANOSECONDS,
        new IdleFirst(),
        step -> thread(step, name),
        CallThreadPool::queue);
  }

  /** Called when no thread is idle and their number is at its limit, or the pool is closed. */
  private static void queue(Runnable call, ThreadPoolExecutor pool) {
    boolean queued = !pool.isShutdown() && pool.getQueue().add(call);
    // Once the client is closed, what is left is to fail calls.
    if (!queued || (pool.isShutdown() && pool.getQueue().remove(call))) {
      call.run();
    }
  }

  private Thread thread(Runnable steps, String name) {
    Thread thread = new Thread(steps, name + number.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable step) {
    calls.execute(step);
  }

  @Override
  public Executor schedulerExecutor() {
    return scheduling;
  }

  @Override
  public Executor readExecutor() {
    return reading;
  }

  @Override
  public void close() {
    calls.shutdown();
    scheduling.shutdown();
    reading.shutdown();
  }

  /** Accepts an offer only if a thread is idle, so that the pool starts another one first. */
  private static final class IdleFirst extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable call) {
      return tryTransfer(call);
    }

    @Override
    public boolean add(Runnable call) {
      return super.offer(call);
    }
  }
}
