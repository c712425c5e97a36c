package com.configcat.management.it.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads long lists. */
@State(Scope.Benchmark)
public class ListBenchmark {
  /** Who reads. */
  @Param
  @SuppressWarnings("NullAway.Init") // JMH sets it.
  public PeerKind peer;

  @SuppressWarnings("NullAway.Init") // Set before a benchmark starts.
  private ListReader reader;

  /** Opens connections. */
  @Setup
  public void open() {
    reader = peer.reader();
  }

  /** Closes them. */
  @TearDown
  public void close() {
    reader.close();
  }

  /** Reads 5,000 Settings. */
  @Benchmark
  public Object settings() throws IOException {
    return reader.settings();
  }

  /** Reads 2,000 V2 values. */
  @Benchmark
  public Object values() throws IOException {
    return reader.values();
  }
}
