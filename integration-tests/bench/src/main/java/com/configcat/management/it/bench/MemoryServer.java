package com.configcat.management.it.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Answers requests from memory, over HTTP/1.1 on loopback. A response is one write of bytes that
 * were made beforehand, so that what is measured is the client.
 */
final class MemoryServer implements AutoCloseable {
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String CONTENT_LENGTH = "\r\ncontent-length:";
  private static final int LONGEST_HEAD = 16 * 1024;

  private final Map<String, byte[]> responses;
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  /** Starts it, on any free port; {@code bodies} are JSON, by method and target. */
  MemoryServer(Map<String, String> bodies) throws IOException {
    this.responses =
        bodies.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, body -> response(body.getValue())));
    this.server = new ServerSocket(0, 256, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    start(this::accept, "memory-server");
  }

  private static byte[] response(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 200 OK\r\n"
                + "Content-Type: application/json; charset=utf-8\r\n"
                + "Date: Mon, 23 Nov 2026 10:00:00 GMT\r\n"
                + ("Content-Length: " + bytes.length + END_OF_HEAD))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] response = new byte[head.length + bytes.length];
    System.arraycopy(head, 0, response, 0, head.length);
    System.arraycopy(bytes, 0, response, head.length, bytes.length);
    return response;
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        start(() -> serve(connection), "memory-server-connection");
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      byte[] buffer = new byte[LONGEST_HEAD];
      while (true) {
        int read = in.read(buffer);
        if (read < 0) {
          return;
        }
        connection.getOutputStream().write(response(in, buffer, read));
      }
    } catch (IOException e) {
      // The client has closed the connection, or this server was closed.
    } finally {
      connections.remove(connection);
    }
  }

  /** Reads the rest of a request, and returns its response. */
  private byte[] response(InputStream in, byte[] buffer, int read) throws IOException {
    int filled = read;
    String text = text(buffer, filled);
    int end = text.indexOf(END_OF_HEAD);
    while (end < 0) {
      filled += orEnd(in.read(buffer, filled, buffer.length - filled));
      text = text(buffer, filled);
      end = text.indexOf(END_OF_HEAD);
    }
    in.skipNBytes(contentLength(text, end) - (filled - end - END_OF_HEAD.length()));
    String request = text.substring(0, text.indexOf(" HTTP/1.1\r\n"));
    byte[] response = responses.get(request);
    if (response == null) {
      throw new IllegalStateException("There is no response to " + request);
    }
    return response;
  }

  private static String text(byte[] buffer, int length) {
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static int orEnd(int read) throws EOFException {
    if (read <= 0) {
      throw new EOFException("A request ends within its head, or its head is too long");
    }
    return read;
  }

  private static long contentLength(String text, int end) {
    for (int at = text.indexOf('\r'); at < end; at = text.indexOf('\r', at + 1)) {
      if (text.regionMatches(true, at, CONTENT_LENGTH, 0, CONTENT_LENGTH.length())) {
        int value = at + CONTENT_LENGTH.length();
        return Long.parseLong(text.substring(value, text.indexOf('\r', value)).strip());
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable connection : connections) {
      connection.close();
    }
  }
}
