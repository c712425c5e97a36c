package com.configcat.management.internal.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads for enqueued calls: up to a limit, and none while idle. */
public final class CallThreadPool implements CallExecutor {
  private static final Duration IDLE = Duration.ofSeconds(2);
  private final AtomicInteger number = new AtomicInteger();
  private final Pool calls;
  private final Pool scheduling;
  private final Pool reading;

  /** Starts no thread. */
  public CallThreadPool(int maxThreads) {
    calls = new Pool(maxThreads, "configcat-management-call-");
    scheduling = new Pool(maxThreads, "configcat-management-queue-");
    reading = new Pool(maxThreads, "configcat-management-read-");
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
    calls.close();
    scheduling.close();
    reading.close();
  }

  /** Threads of one name, made when there is something to run. */
  private final class Pool implements Executor {
    private final int maxThreads;
    private final String name;

    // Guarded by this.
    private @Nullable ThreadPoolExecutor threads;
    private boolean closed;

    Pool(int maxThreads, String name) {
      this.maxThreads = maxThreads;
      this.name = name;
    }

    @Override
    public void execute(Runnable step) {
      threads().execute(step);
    }

    private synchronized ThreadPoolExecutor threads() {
      if (threads == null) {
        threads =
            new ThreadPoolExecutor(
                0,
                maxThreads,
                IDLE.toNanos(),
                TimeUnit.NANOSECONDS,
                new IdleFirst(),
                this::thread,
                CallThreadPool::queue);
        if (closed) {
          threads.shutdown();
        }
      }
      return threads;
    }

    private Thread thread(Runnable steps) {
      Thread thread = new Thread(steps, name + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }

    synchronized void close() {
      closed = true;
      if (threads != null) {
        threads.shutdown();
      }
    }
  }

  /** Called when no thread is idle and their number is at its limit, or the pool is closed. */
  private static void queue(Runnable call, ThreadPoolExecutor pool) {
    boolean queued = !pool.isShutdown() && pool.getQueue().add(call);
    // Once the client is closed, what is left is to fail calls.
    if (!queued || (pool.isShutdown() && pool.getQueue().remove(call))) {
      call.run();
    }
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
