package com.configcat.management.internal.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for enqueued calls: as many as there is work for up to a limit, and none while idle. */
public final class CallThreadPool implements CallExecutor {
  private static final Duration IDLE = Duration.ofSeconds(2);
  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor calls;
  private final ThreadPoolExecutor turns;

  /**
   * Makes them. No thread is started.
   *
   * @param most how many calls may run at once
   */
  public CallThreadPool(int most) {
    calls = pool(most, "configcat-management-call-");
    turns = pool(most, "configcat-management-turn-");
  }

  private ThreadPoolExecutor pool(int most, String name) {
    return new ThreadPoolExecutor(
        0,
        most,
        IDLE.toNanos(),
        TimeUnit.NANOSECONDS,
        new IdleFirst(),
        step -> thread(step, name),
        CallThreadPool::queue);
  }

  /** No thread is idle, and there are as many as may be; or it is closed. */
  private static void queue(Runnable call, ThreadPoolExecutor pool) {
    boolean queued = !pool.isShutdown() && pool.getQueue().add(call);
    // What is left to do once the client is closed is to tell callers so.
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
    return turns;
  }

  @Override
  public void close() {
    calls.shutdown();
    turns.shutdown();
  }

  /** Takes offers only if a thread waits for one, so that the pool makes another thread first. */
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
