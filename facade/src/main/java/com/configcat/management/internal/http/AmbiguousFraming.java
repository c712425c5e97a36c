package com.configcat.management.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.regex.Pattern;
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
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

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
    List<String> lengths = headers.values("Content-Length").stream().distinct().toList();
    return lengths.isEmpty() || (lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches());
  }
}
