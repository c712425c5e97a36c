package com.configcat.management.it.instances;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a server, which seems to freeze: from a given word of a client on, nothing goes
 * either way, whatever the connection.
 */
final class FreezingRelay implements AutoCloseable {
  private final ServerSocket clients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final int server;
  private final String word;
  private volatile boolean frozen;

  FreezingRelay(int server, String word) throws IOException {
    this.server = server;
    this.word = word;
    inBackground(this::accept);
  }

  int port() {
    return clients.getLocalPort();
  }

  boolean isFrozen() {
    return frozen;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = clients.accept();
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
      sockets.addAll(List.of(client, behind));
      inBackground(() -> pass(client, behind));
      inBackground(() -> pass(behind, client));
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    InputStream input = from.getInputStream();
    OutputStream output = to.getOutputStream();
    byte[] bytes = new byte[8_192];
    int count = input.read(bytes);
    while (count >= 0) {
      frozen |= new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains(word);
      if (!frozen) {
        output.write(bytes, 0, count);
      }
      count = input.read(bytes);
    }
    if (!frozen) {
      to.close();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One end is closed.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    clients.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
