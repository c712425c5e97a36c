package com.configcat.management.internal.call;

import java.util.function.Consumer;

/** Sends a call's request, once for each attempt. */
interface AttemptSender<R> {
  /** Sends the request; calls back on this thread or another. */
  void attempt(Consumer<AttemptResult<R>> ended);

  /** Cancels the running attempt, and all later ones. */
  void cancel();

  /** Turns an answer into a success without content. */
  R withoutContent(R answer);
}
