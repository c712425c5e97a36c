package com.configcat.management.hostile;

import okhttp3.OkHttpClient;

/** What a server over plain HTTP/1.1 does with every request, and how calls end. */
record Row(String name, Reply reply, ExpectedOutcome verdict) {
  /** A server that keeps the connection after its answer. */
  static Row keeping(String name, String answer, ExpectedOutcome verdict) {
    return new Row(name, Reply.keeping(answer), verdict);
  }

  /** A server that closes the connection after its answer. */
  static Row closing(String name, String answer, ExpectedOutcome verdict) {
    return new Row(name, Reply.closing(answer), verdict);
  }

  void check() throws Exception {
    OkHttpClient http = new OkHttpClient();
    try (HostileServer server = new HostileServer(reply)) {
      HostileCalls.check(server.url(), http, server::requests, verdict);
      server.behave();
      HostileCalls.checkGood(server.url(), http);
    }
  }

  void checkDeadline() throws Exception {
    try (HostileServer server = new HostileServer(reply)) {
      HostileCalls.checkDeadline(server.url(), new OkHttpClient(), server::requests, verdict);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
