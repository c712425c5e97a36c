package com.configcat.management.hostile;

import com.configcat.management.internal.http.SocketServer;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts requests and answers each by the same reply, until it is told to behave. */
final class HostileServer implements AutoCloseable {
  private static final String GOOD = "{\"name\":\"good\"}";

  private final Reply reply;
  private final SocketServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean behaves;

  HostileServer(Reply reply) throws Exception {
    this.reply = reply;
    this.server = SocketServer.http(this::serve);
  }

  private void serve(Socket connection) throws Exception {
    while (SocketServer.read(connection) != null) {
      requests.incrementAndGet();
      if (behaves) {
        Reply.send(connection, Reply.ok(GOOD));
      } else if (!reply.to(connection)) {
        return;
      }
    }
  }

  void behave() {
    behaves = true;
  }

  String url() {
    return server.url();
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
