package com.configcat.management.internal.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** Runs the steps of one call on the thread that made it, which waits in between. */
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
   * Runs steps.
   *
   * @param done whether the call has ended
   * @param interrupted is told, once or more, that the thread was interrupted; the interrupt is set
   *     again in the end
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
    doWhatIsLeft();
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Others in line wait for what a call has to do even if it was ended meanwhile. */
  private void doWhatIsLeft() {
    Runnable step = steps.poll();
    while (step != null) {
      step.run();
      step = steps.poll();
    }
  }
}
