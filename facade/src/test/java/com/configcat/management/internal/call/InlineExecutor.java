package com.configcat.management.internal.call;

/** Runs each step at once, on whoever passes the time. */
public record InlineExecutor() implements CallExecutor {
  @Override
  public void execute(Runnable step) {
    step.run();
  }

  @Override
  public void close() {}
}
