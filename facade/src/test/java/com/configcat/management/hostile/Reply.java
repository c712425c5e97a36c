package com.configcat.management.hostile;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a server does once it has read a request; returns whether it reads another one. */
@FunctionalInterface
interface Reply {
  boolean to(Socket connection) throws Exception;

  /** Sends text, a byte for each character, and keeps the connection. */
  static Reply keeping(String text) {
    return connection -> {
      send(connection, text);
      return true;
    };
  }

  /** Sends text, a byte for each character, and closes the connection. */
  static Reply closing(String text) {
    return connection -> {
      send(connection, text);
      return false;
    };
  }

  /** Sends text, a byte for each character, and resets the connection. */
  static Reply resetting(String text) {
    return connection -> {
      send(connection, text);
      connection.setSoLinger(true, 0);
      return false;
    };
  }

  /** Sends the same bytes every few milliseconds until the client has gone. */
  static Reply dripping(String first, String again) {
    return connection -> {
      send(connection, first);
      while (true) {
        send(connection, again);
        Thread.sleep(10);
      }
    };
  }

  /** Sends text and then nothing, but keeps the connection. */
  static Reply stalling(String text) {
    return connection -> {
      send(connection, text);
      return connection.getInputStream().read() >= 0;
    };
  }

  static void send(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    connection.getOutputStream().flush();
  }

  /** An answer of 200 with the given body and its length. */
  static String ok(String body, String... headers) {
    return answer("200 OK", body, headers);
  }

  static String answer(String status, String body, String... headers) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + lines(headers)
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /** A head without a length. */
  static String head(String status, String... headers) {
    return "HTTP/1.1 " + status + "\r\n" + lines(headers) + "\r\n";
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }
}
