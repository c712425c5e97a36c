package com.configcat.management.it.prism;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks what listens on a socket in plain HTTP, within a limit that covers connecting as well.
 *
 * <p>The JDK's HTTP client knows no Unix domain sockets, and the one of Testcontainers no limits.
 *
 * @param address a Unix domain socket or a TCP port
 */
record EngineSocket(SocketAddress address) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b");

  /** A status and the body as it came. */
  record EngineResponse(int status, String body) {}

  /** Speaks HTTP 1.0, in which an answer ends with its connection and is never in chunks. */
  EngineResponse ask(String method, String target, Duration limit) throws IOException {
    long start = System.nanoTime();
    String request =
        method + " " + target + " HTTP/1.0\r\nHost: docker\r\nContent-Length: 0\r\n\r\n";
    try (SocketChannel channel = open();
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, 0);
      if (!channel.connect(address)) {
        do {
          await(key, SelectionKey.OP_CONNECT, start, limit);
        } while (!channel.finishConnect());
      }
      ByteBuffer out = ByteBuffer.wrap(request.getBytes(US_ASCII));
      while (out.hasRemaining()) {
        await(key, SelectionKey.OP_WRITE, start, limit);
        channel.write(out);
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer in = ByteBuffer.allocate(8192);
      do {
        all.write(in.array(), 0, in.flip().limit());
        in.clear();
        await(key, SelectionKey.OP_READ, start, limit);
      } while (channel.read(in) >= 0);
      return answer(all.toString(UTF_8));
    }
  }

  private SocketChannel open() throws IOException {
    return SocketChannel.open(
        address instanceof UnixDomainSocketAddress
            ? StandardProtocolFamily.UNIX
            : StandardProtocolFamily.INET);
  }

  private static void await(SelectionKey key, int what, long start, Duration limit)
      throws IOException {
    key.interestOps(what);
    Selector selector = key.selector();
    do {
      Duration left = limit.minusNanos(System.nanoTime() - start);
      if (left.toMillis() <= 0) {
        throw new SocketTimeoutException("no answer within " + limit.toMillis() + " ms");
      }
      selector.select(left.toMillis());
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("interrupted");
      }
    } while (selector.selectedKeys().isEmpty());
    selector.selectedKeys().clear();
  }

  private static EngineResponse answer(String text) throws IOException {
    Matcher matcher = STATUS.matcher(text);
    if (!matcher.lookingAt()) {
      throw new IOException("the server there does not speak HTTP");
    }
    int headers = text.indexOf("\r\n\r\n");
    return new EngineResponse(
        Integer.parseInt(matcher.group(1)), headers < 0 ? "" : text.substring(headers + 4));
  }
}
