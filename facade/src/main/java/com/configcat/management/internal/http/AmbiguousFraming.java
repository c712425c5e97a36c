package com.configcat.management.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1 response whose end is ambiguous (RFC 9112, 6.3). OkHttp takes the last of several
 * lengths, and what follows for the next response.
 */
final class AmbiguousFraming {
  private static final int MAX_DIGITS = 18;

  private AmbiguousFraming() {}

  /**
   * Closes the connection of such a response, and refuses the response if it is a success.
   *
   * @throws ProtocolException if it is refused
   */
  static Response check(Response response, @Nullable Connection connection) throws IOException {
    if (connection == null
        || response.protocol() == Protocol.HTTP_2
        || response.protocol() == Protocol.H2_PRIOR_KNOWLEDGE
        || hasDefiniteEnd(response)) {
      return response;
    }
    connection.socket().close();
    if (response.isSuccessful()) {
      response.close();
      throw new ProtocolException("response with an ambiguous Content-Length or Transfer-Encoding");
    }
    return response;
  }

  private static boolean hasDefiniteEnd(Response response) {
    if (response.code() == 101) {
      return false; // What follows is no HTTP/1.
    }
    Headers headers = response.headers();
    String encoding = headers.get("Transfer-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return encoding.equalsIgnoreCase("chunked");
    }
    return hasOneLength(headers);
  }

  /** Returns whether all lengths that are given are the same one, or there is none. */
  private static boolean hasOneLength(Headers headers) {
    String length = null;
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase("Content-Length")) {
        String value = headers.value(i);
        if (length == null ? !isLength(value) : !value.equals(length)) {
          return false;
        }
        length = value;
      }
    }
    return true;
  }

  private static boolean isLength(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= MAX_DIGITS;
  }
}
