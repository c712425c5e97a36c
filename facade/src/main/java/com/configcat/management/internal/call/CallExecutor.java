package com.configcat.management.internal.call;

import java.util.concurrent.Executor;

/** Where enqueued calls run. */
public interface CallExecutor extends Executor, AutoCloseable {
  /**
   * Where it is looked whose turn it is, and what is out of time is cut. Not among the calls: those
   * can take all threads there are, and wait for their turn themselves.
   *
   * @return an executor that is closed with this
   */
  default Executor schedulerExecutor() {
    return this;
  }

  /** Finishes what it was given, and takes nothing more. */
  @Override
  void close();
}
