package com.configcat.management.internal.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** Runs the steps of a blocking call on its caller's thread, which waits in between. */
final class ThreadlessExecutor implements Executor {
  private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
  private final TimeSource time;

  ThreadlessExecutor(TimeSource time) {
    this.time = time;
  }

  @Override
  public void execute(Runnable step) {
    steps.add(step);
  }

  /**
   * Runs steps until the call is done.
   *
   * @param interrupted called at each interrupt of the thread; the interrupt flag is restored in
   *     the end
   */
  void runUntil(BooleanSupplier done, Runnable interrupted) {
    boolean wasInterrupted = false;
    while (!done.getAsBoolean()) {
      try {
        time.take(steps).run();
      } catch (InterruptedException e) {
        wasInterrupted = true;
        interrupted.run();
      }
    }
    runRemaining();
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
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
}
