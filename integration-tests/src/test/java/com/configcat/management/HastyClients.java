package com.configcat.management;

import com.configcat.management.internal.call.CallExecutor;
import com.configcat.management.internal.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Makes clients for one thread, whose waits are over at once. */
public final class HastyClients {
  private HastyClients() {}

  /** Starts a client in a time that passes only while a call waits. */
  public static ConfigCatManagementClientBuilder builder() {
    return ConfigCatManagementClient.builder()
        .testHooks(new HastyTime(), new SameThread(), () -> 0.5);
  }

  private static final class HastyTime implements TimeSource {
    private final PriorityQueue<Timed> timers = new PriorityQueue<>();
    private long now;
    private long scheduled;

    private record Timed(long at, long number, Runnable action) implements Comparable<Timed> {
      @Override
      public int compareTo(Timed other) {
        return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
      }
    }

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public Instant instant() {
      return Instant.parse("2026-08-01T12:00:00Z").plusNanos(now);
    }

    @Override
    public Timer schedule(long delayNanos, Runnable action) {
      Timed timed = new Timed(now + Math.max(0, delayNanos), scheduled++, action);
      timers.add(timed);
      return () -> timers.remove(timed);
    }

    @Override
    public Runnable take(BlockingQueue<Runnable> steps) throws InterruptedException {
      for (@Nullable Runnable step = steps.poll(); ; step = steps.poll()) {
        if (step != null) {
          return step;
        }
        Timed next = timers.poll();
        if (next == null) {
          // Longer than any test runs: it fails, instead of hanging.
          throw new IllegalStateException(
              "A call waits for nothing, after " + Duration.ofNanos(now));
        }
        now = Math.max(now, next.at());
        next.action().run();
      }
    }

    @Override
    public void close() {
      timers.clear();
    }
  }

  private record SameThread() implements CallExecutor {
    @Override
    public void execute(Runnable step) {
      step.run();
    }

    @Override
    public void close() {}
  }
}
