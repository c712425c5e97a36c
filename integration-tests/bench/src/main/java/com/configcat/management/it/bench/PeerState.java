package com.configcat.management.it.bench;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The peer whose calls are measured. */
@State(Scope.Benchmark)
public class PeerState {
  /** Who calls. */
  @Param({"BY_HAND", "RETROFIT", "CLIENT"})
  @SuppressWarnings("NullAway.Init") // JMH sets it.
  public PeerKind peer;

  @SuppressWarnings("NullAway.Init") // Set before a benchmark starts.
  private Peer opened;

  /** Opens connections. */
  @Setup
  public void open() {
    opened = peer.peer();
  }

  /** Closes them. */
  @TearDown
  public void close() {
    opened.close();
  }

  Peer peer() {
    return opened;
  }
}
