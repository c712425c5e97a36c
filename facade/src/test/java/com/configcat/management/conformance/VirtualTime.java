package com.configcat.management.conformance;

import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Time that only passes when nothing else can happen: once every thread of the client waits, it
 * jumps to what comes next. One thing happens at a time, so the same vector runs the same way each
 * time.
 */
final class VirtualTime implements AutoCloseable {
  private static final long STUCK_AFTER_SECONDS = 20;

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private long now;
  private long sequence;
  private int running;

  /** Something that happens at some time. */
  final class Event implements Comparable<Event> {
    private final long at;
    private final long number;
    private final Runnable action;

    private Event(long at, Runnable action) {
      this.at = at;
      this.number = sequence++;
      this.action = action;
    }

    void cancel() {
      synchronized (VirtualTime.this) {
        events.remove(this);
      }
    }

    @Override
    public int compareTo(Event other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }

  /** One wait of one thread. */
  final class Wait {
    private boolean over;

    /** Waits, without keeping time from passing, until somebody ends the wait. */
    void await() {
      synchronized (VirtualTime.this) {
        running--;
        VirtualTime.this.notifyAll();
        while (!over) {
          pause(VirtualTime.this);
        }
      }
    }

    /** Ends the wait; its thread counts as running from now on. */
    void end() {
      synchronized (VirtualTime.this) {
        if (!over) {
          over = true;
          running++;
          VirtualTime.this.notifyAll();
        }
      }
    }
  }

  synchronized long nanoTime() {
    return now;
  }

  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime());
  }

  synchronized Event schedule(long delayNanos, Runnable action) {
    Event event = new Event(now + Math.max(0, delayNanos), action);
    events.add(event);
    return event;
  }

  /** Runs a task on a thread of its own, as soon as all others wait. */
  void execute(Runnable task) {
    schedule(0, () -> start(task));
  }

  private void start(Runnable task) {
    synchronized (this) {
      running++;
    }
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            synchronized (this) {
              running--;
              notifyAll();
            }
          }
        });
  }

  /** Lets time pass until nothing is left that could happen. */
  void run() {
    for (Event next = next(); next != null; next = next()) {
      next.action.run();
    }
  }

  private synchronized Event next() {
    long stuck = System.nanoTime() + TimeUnit.SECONDS.toNanos(STUCK_AFTER_SECONDS);
    while (running > 0) {
      if (System.nanoTime() > stuck) {
        throw new AssertionError("The client waits for something that is not in virtual time");
      }
      pause(this);
    }
    Event next = events.poll();
    if (next != null) {
      now = Math.max(now, next.at);
    }
    return next;
  }

  @SuppressWarnings("WaitNotInLoop") // Both callers have the loop.
  private static void pause(Object monitor) {
    try {
      monitor.wait(TimeUnit.SECONDS.toMillis(STUCK_AFTER_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
