package com.configcat.management.it.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/** Writes. */
public class WriteBenchmark {
  /** Sends a PUT with a big body. */
  @Benchmark
  public Object putBigBody(PeerState state) throws IOException {
    return state.peer().replace();
  }

  /** Edits a flag on the fake: a GET, and a PATCH that depends on what was read. */
  @Benchmark
  public Object edit(PeerState state) throws IOException {
    return state.peer().edit();
  }
}
