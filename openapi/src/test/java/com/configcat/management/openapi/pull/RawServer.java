package com.configcat.management.openapi.pull;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on loopback that answers with whatever bytes it is told, as slowly as it is told. */
public final class RawServer implements Closeable {
  /** What happens after the request was read. */
  public interface ResponseWriter {
    void write(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
  }

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final ResponseWriter answer;

  private RawServer(ResponseWriter answer) throws IOException {
    this.answer = answer;
    Thread thread = new Thread(this::accept, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  public static RawServer answering(ResponseWriter answer) throws IOException {
    return new RawServer(answer);
  }

  /** Answers with status, type and body, and closes. */
  public static RawServer answering(int status, String type, String body) throws IOException {
    return answering(
        (out, closed) -> out.write(response(status, type, body.getBytes(StandardCharsets.UTF_8))));
  }

  /** Answers 200 and the head of a body of some length, which the answer then writes or not. */
  public static RawServer answering(int length, ResponseWriter body) throws IOException {
    return answering(
        (out, closed) -> {
          out.write(head(200, "application/json", length));
          out.flush();
          body.write(out, closed);
        });
  }

  static byte[] response(int status, String type, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(status, type, body.length));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static byte[] head(int status, String type, int length) {
    return "HTTP/1.1 %d Whatever\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
        .formatted(status, type, length)
        .getBytes(StandardCharsets.US_ASCII);
  }

  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/swagger.json";
  }

  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Waits for a moment that ends early when the server is closed. */
  public static void pause(CountDownLatch closed, long millis) throws InterruptedException {
    closed.await(millis, TimeUnit.MILLISECONDS);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        Thread thread = new Thread(() -> serve(socket), "raw-server-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      requests.add(readHead(socket.getInputStream()));
      answer.write(socket.getOutputStream(), closed);
    } catch (IOException e) {
      // The client went away, which is what several tests want.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int sign = in.read(); sign >= 0; sign = in.read()) {
      head.append((char) sign);
      if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket socket : List.copyOf(sockets)) {
      socket.close();
    }
  }
}
