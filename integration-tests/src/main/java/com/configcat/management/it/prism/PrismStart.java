package com.configcat.management.it.prism;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Waits until Prism, just started, listens.
 *
 * @param document what it was started on
 * @param log where its log arrives
 * @param limit how long it may take
 */
record PrismStart(Path document, Path log, Duration limit) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /**
   * Waits for a line of the log.
   *
   * @param listening what stands there when Prism listens
   * @param ended describes the end of Prism once it has ended, for example {@code ended with code
   *     1}
   * @throws PrismException if it ends, or does not listen within the limit
   */
  MatchResult await(Pattern listening, Supplier<Optional<String>> ended) {
    long start = System.nanoTime();
    while (true) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new PrismException("Interrupted while Prism was starting on " + document);
      }
      Optional<String> end = ended.get();
      if (end.isPresent()) {
        throw failure(end.get());
      }
      Matcher line = listening.matcher(LogFile.text(log));
      if (line.find()) {
        return line.toMatchResult();
      }
      if (System.nanoTime() - start > limit.toNanos()) {
        throw failure("was not listening after " + limit.toMillis() + " ms");
      }
    }
  }

  private PrismException failure(String what) {
    return new PrismException(
        "Prism "
            + what
            + ", started on "
            + document
            + ". The end of its log, "
            + log
            + ":\n"
            + LogFile.tail(log));
  }
}
