package com.configcat.management.it;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process with those it has started, to be ended together. */
record ProcessTree(List<ProcessHandle> members) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Those that live now. */
  static ProcessTree of(Process process) {
    return new ProcessTree(
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList());
  }

  /**
   * Ends all that still live and waits until they are gone, also when the thread is interrupted.
   *
   * @throws IllegalStateException if one is still there after some seconds
   */
  void end() {
    members.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle member : members) {
      if (!ended(member, PATIENCE)) {
        throw new IllegalStateException(
            "Process " + member.pid() + " does not end. End it by hand: " + member.info());
      }
    }
  }

  /** Waits for the end of a process without heed of interrupts. */
  static boolean ended(ProcessHandle process, Duration limit) {
    return process
        .onExit()
        .thenApply(handle -> true)
        .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
