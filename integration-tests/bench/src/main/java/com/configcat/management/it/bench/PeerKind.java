package com.configcat.management.it.bench;

/** Who is measured. */
public enum PeerKind {
  /** OkHttp, and Gson that reads plain classes. */
  BY_HAND("OkHttp + Gson by hand"),
  /** Retrofit with its Gson converter, and the models read by reflection. */
  RETROFIT("Plain Retrofit"),
  /** This client, with limiter and listener. */
  CLIENT("This client"),
  /** Gson's walk over all tokens, which reads lists only. */
  WALK("Token walk");

  private final String title;

  PeerKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Peer peer() {
    BenchmarkTarget target = BenchmarkTarget.ofThisRun();
    return switch (this) {
      case BY_HAND -> new HandPeer(target);
      case RETROFIT -> new RetrofitPeer(target);
      case CLIENT -> new ClientPeer(target);
      case WALK -> throw new IllegalStateException("The walk reads lists only");
    };
  }

  ListReader reader() {
    return this == WALK ? new TokenWalk(BenchmarkTarget.ofThisRun()) : peer();
  }
}
