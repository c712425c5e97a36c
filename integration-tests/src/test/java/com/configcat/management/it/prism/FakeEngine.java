package com.configcat.management.it.prism;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What listens where a Docker engine would: a real socket with answers that a test gives.
 *
 * <p>A request for which there is no answer is never answered.
 */
final class FakeEngine implements AutoCloseable {
  private final ServerSocketChannel server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::serve, "fake-engine");
  private volatile Runnable onPull = () -> {};

  private FakeEngine(ServerSocketChannel server) {
    this.server = server;
    thread.setDaemon(true);
    thread.start();
  }

  static FakeEngine on(Path socket) throws IOException {
    return new FakeEngine(
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            .bind(UnixDomainSocketAddress.of(socket)));
  }

  static FakeEngine onLoopback() throws IOException {
    return new FakeEngine(
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** Answers /_ping as an engine does. */
  FakeEngine alive() {
    return answer("GET /_ping", "HTTP/1.0 200 OK\r\n\r\nOK");
  }

  FakeEngine withImage(String image) {
    return answer("GET /images/" + image + "/json", "HTTP/1.0 200 OK\r\n\r\n{}");
  }

  FakeEngine withoutImage(String image) {
    return answer("GET /images/" + image + "/json", "HTTP/1.0 404 Not Found\r\n\r\n{}");
  }

  /** Answers a pull with some lines, after something else has happened. */
  FakeEngine pulling(String query, String lines, Runnable first) {
    onPull = first;
    return answer("POST /images/create?" + query, "HTTP/1.0 200 OK\r\n\r\n" + lines);
  }

  FakeEngine answer(String request, String text) {
    answers.put(request, text);
    return this;
  }

  /** The requests so far, each as method and target. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** Nothing listens any more when this returns. */
  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel channel : new ArrayList<>(open)) {
      channel.close();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel channel = server.accept();
        open.add(channel);
        ByteBuffer in = ByteBuffer.allocate(4096);
        channel.read(in);
        String request =
            new String(in.array(), 0, in.position(), UTF_8).replaceAll("(?s) HTTP/.*", "");
        asked.add(request);
        if (request.startsWith("POST")) {
          onPull.run();
        }
        String text = answers.get(request);
        if (text != null) {
          channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
          channel.close();
        }
      }
    } catch (ClosedChannelException e) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
