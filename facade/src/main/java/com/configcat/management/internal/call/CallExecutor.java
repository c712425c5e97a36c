package com.configcat.management.internal.call;

import java.util.concurrent.Executor;

/** Where enqueued calls run. */
public interface CallExecutor extends Executor, AutoCloseable {
  /** Finishes what it was given, and takes nothing more. */
  @Override
  void close();
}
