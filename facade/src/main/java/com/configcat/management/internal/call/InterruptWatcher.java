package com.configcat.management.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices interrupts of threads that wait for bytes: reading from a socket ignores them. One thread
 * looks at all callers; there is none while no call blocks.
 */
final class InterruptWatcher {
  private static final Duration INTERVAL = Duration.ofMillis(20);

  /** Looks without a caller before the thread ends: a second. */
  private static final int IDLE_LOOKS = 50;

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean watching = new AtomicBoolean();

  /**
   * Watches the current thread until the watch is ended.
   *
   * @param onInterrupt called once, on the watcher's thread, which it must not block
   */
  Watch watch(Runnable onInterrupt) {
    Watch watch = new Watch(Thread.currentThread(), onInterrupt);
    watches.add(watch);
    startIfNeeded();
    return watch;
  }

  private void startIfNeeded() {
    if (!watching.get() && watching.compareAndSet(false, true)) {
      Thread thread = new Thread(null, this::run, "configcat-management-interrupts", 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    try {
      int idle = 0;
      while (idle < IDLE_LOOKS) {
        LockSupport.parkNanos(INTERVAL.toNanos());
        idle = watches.isEmpty() ? idle + 1 : 0;
        watches.forEach(Watch::look);
      }
    } finally {
      watching.set(false);
    }
    if (!watches.isEmpty()) {
      startIfNeeded(); // A call came in between.
    }
  }

  /** The watch over one blocking call. */
  final class Watch {
    private final Thread caller;
    private final Runnable onInterrupt;

    private Watch(Thread caller, Runnable onInterrupt) {
      this.caller = caller;
      this.onInterrupt = onInterrupt;
    }

    private void look() {
      if (caller.isInterrupted() && watches.remove(this)) {
        onInterrupt.run();
      }
    }

    void end() {
      watches.remove(this);
    }
  }
}
