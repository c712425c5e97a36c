package com.configcat.management.internal.time;

import com.configcat.management.internal.call.CallExecutor;

/** Runs each step at once, on whoever passes the time. */
public record InlineExecutor() implements CallExecutor {
  @Override
  public void execute(Runnable step) {
    step.run();
  }

  @Override
  public void close() {}
}
