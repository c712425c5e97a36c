package com.configcat.management.it.prism;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A process with those it has started, to be ended together. */
record ProcessTree(List<ProcessHandle> members) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

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

  /**
   * Waits for the end of a process without heed of interrupts.
   *
   * <p>It looks again and again instead of using {@link ProcessHandle#onExit()}, which hands its
   * answer to the common pool: on a small machine that may be busy waiting for the caller.
   */
  static boolean ended(ProcessHandle process, Duration limit) {
    long start = System.nanoTime();
    while (process.isAlive()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return true;
  }
}
