package com.configcat.management.it.bench;

import java.io.IOException;
import java.util.function.Consumer;

/** One way to call the target. All send the same requests, on the same kind of connections. */
interface Peer extends ListReader {
  Object product() throws IOException;

  /**
   * Starts a call without waiting for it.
   *
   * @param ended is given what was read, or the failure
   */
  void enqueueProduct(Consumer<Object> ended);

  /** Replaces a value by {@link Payloads#formula()}. */
  Object replace() throws IOException;

  /** Reads the value of the flag on the fake, and patches its default to the opposite. */
  Object edit() throws IOException;
}
