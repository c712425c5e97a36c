package com.configcat.management.internal.call;

import java.util.function.Consumer;

/**
 * Sends one and the same request, as often as asked.
 *
 * @param <R> what an answer is
 */
interface AttemptSender<R> {
  /**
   * Sends it once.
   *
   * @param ended is given what came of it, on this thread or another
   */
  void attempt(Consumer<AttemptResult<R>> ended);

  /** Ends the attempt that is running, and each that begins after this. */
  void cancel();

  /** Makes a success without content of an answer. */
  R withoutContent(R answer);
}
