package com.configcat.management.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Time that passes only when it is told to, or when a thread waits for something to do. */
public final class VirtualTime implements TimeSource {
  private static final Instant START = Instant.parse("2026-08-01T12:00:00Z");

  // Sorted, and quick to take something out of: most timers are cancelled.
  private final TreeSet<Action> actions =
      new TreeSet<>(
          Comparator.<Action>comparingLong(action -> action.at).thenComparing(a -> a.number));
  private final Instant start;
  private long now;
  private long scheduled;

  public VirtualTime() {
    this(START);
  }

  public VirtualTime(Instant start) {
    this.start = start;
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Instant instant() {
    return start.plusNanos(now);
  }

  @Override
  public synchronized Timer schedule(long delayNanos, Runnable action) {
    Action added = new Action(now + Math.max(0, delayNanos), scheduled++, action);
    actions.add(added);
    return () -> cancel(added);
  }

  private synchronized void cancel(Action action) {
    actions.remove(action);
  }

  /** Passes on to what is due next, and does it. Returns false if there is nothing. */
  public boolean advanceToNext() {
    Action next;
    synchronized (this) {
      next = actions.pollFirst();
      if (next == null) {
        return false;
      }
      now = Math.max(now, next.at);
    }
    next.action.run();
    return true;
  }

  /** Lets time pass, and does what is due meanwhile. */
  public void advance(Duration duration) {
    long end = nanoTime() + duration.toNanos();
    while (isDue(end)) {
      advanceToNext();
    }
    synchronized (this) {
      now = Math.max(now, end);
    }
  }

  private synchronized boolean isDue(long until) {
    return !actions.isEmpty() && actions.first().at <= until;
  }

  /** Returns how much is waiting to be done. */
  public synchronized int pending() {
    return actions.size();
  }

  /** Returns how many timers were ever set. */
  public synchronized int scheduled() {
    return (int) scheduled;
  }

  /** Returns how long it has been, since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(nanoTime());
  }

  @Override
  public Runnable take(BlockingQueue<Runnable> steps) throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      @Nullable Runnable step = steps.poll();
      if (step != null) {
        return step;
      }
      if (!advanceToNext()) {
        return steps.take();
      }
    }
  }

  @Override
  public synchronized void close() {
    actions.clear();
  }

  private record Action(long at, long number, Runnable action) {}
}
