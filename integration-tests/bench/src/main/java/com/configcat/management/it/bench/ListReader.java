package com.configcat.management.it.bench;

import java.io.IOException;

/** Reads the long lists. */
interface ListReader extends AutoCloseable {
  Object settings() throws IOException;

  Object values() throws IOException;

  @Override
  void close();
}
