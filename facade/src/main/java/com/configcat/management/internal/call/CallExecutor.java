package com.configcat.management.internal.call;

import java.util.concurrent.Executor;

/** Runs enqueued calls. */
public interface CallExecutor extends Executor, AutoCloseable {
  /**
   * Returns the executor that grants permits and enforces deadlines. Separate from the calls, whose
   * threads may all be waiting; closed with this.
   */
  default Executor schedulerExecutor() {
    return this;
  }

  /**
   * Returns the executor for calls that a caller's thread waits for. Separate from the other calls,
   * whose callbacks may be such callers; closed with this.
   */
  default Executor readExecutor() {
    return this;
  }

  /** Finishes what was submitted, and accepts nothing more. */
  @Override
  void close();
}
