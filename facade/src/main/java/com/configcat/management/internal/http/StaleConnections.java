package com.configcat.management.internal.http;

import com.configcat.management.internal.http.RecordingSocketFactory.RecordingSocket;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a pooled HTTP/1 connection that the server has closed, or is about to close, before
 * anything is written to it: what is lost on it later may have been applied. The same for one on
 * which the server has sent more than its response: the next call would take that for its own.
 *
 * <p>OkHttp looks for an end of stream only after 10 seconds of idling, and never for bytes that
 * nobody asked for. HTTP/2 connections notice by themselves.
 */
public final class StaleConnections implements Interceptor {
  private static final Set<Protocol> CHECKED = Set.of(Protocol.HTTP_1_0, Protocol.HTTP_1_1);
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Duration NO_TIMEOUT = Duration.ofDays(1);

  /** The shortest wait for an end of stream. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** By then, a server that closes after each answer has done so. */
  private static final Duration SETTLED = Duration.ofMillis(50);

  /** Who closes a connection that idled for less is about to close others, too. */
  private static final Duration SHORT_IDLE = Duration.ofSeconds(2);

  private static final Duration DISTRUST = Duration.ofMinutes(1);

  /** So many that calls at the same time seldom wait for each other. A power of two. */
  private static final int STRIPES = 16;

  // OkHttp does not tell whether a connection is new.
  private final List<Map<Connection, Use>> uses = new ArrayList<>(STRIPES);

  /** Whether the server has served another request on a connection. */
  private volatile boolean keepsConnections;

  private volatile long distrustEnd = System.nanoTime();

  /** Makes them for the connections of one client. */
  public StaleConnections() {
    for (int i = 0; i < STRIPES; i++) {
      uses.add(Collections.synchronizedMap(new WeakHashMap<>()));
    }
  }

  private Map<Connection, Use> uses(Connection connection) {
    return uses.get(System.identityHashCode(connection) & (STRIPES - 1));
  }

  /** A pooled connection cannot carry the request, of which nothing was written. */
  private static final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    StaleConnectionException() {
      super("the pooled connection was closed, nothing was sent");
    }
  }

  /** The last use of a connection, which carries one call at a time. */
  private static final class Use {
    /** What the bytes of the connection come from; null if that is not known. */
    private final @Nullable RecordingSocket read;

    private long time;

    /** When it can no longer be used. */
    private long end;

    Use(@Nullable RecordingSocket read) {
      this.read = read;
    }

    void end(long now, Duration keepAlive) {
      time = now;
      end = now + keepAlive.toNanos();
    }
  }

  /**
   * Returns the socket factory to use. A user's own are kept, and a response of which OkHttp has
   * read too much is not noticed on them.
   */
  public static SocketFactory socketFactory(@Nullable OkHttpClient users) {
    return users == null || users.socketFactory() == SocketFactory.getDefault()
        ? new RecordingSocketFactory()
        : users.socketFactory();
  }

  /**
   * Takes another connection, within the attempt, where a pooled one was refused. An application
   * interceptor, around what takes a connection.
   */
  @Override
  public Response intercept(Chain chain) throws IOException {
    while (true) {
      try {
        return chain.proceed(chain.request());
      } catch (StaleConnectionException e) {
        // OkHttp has closed it. The next is another pooled one or, in the end, a new one, which is
        // not checked.
      }
    }
  }

  /**
   * Returns a network interceptor that refuses a stale connection: it runs once there is one.
   *
   * @param next proceeds with the chain
   */
  public Interceptor refusing(Interceptor next) {
    return chain -> {
      Connection connection = chain.connection();
      if (connection == null || !CHECKED.contains(connection.protocol())) {
        return next.intercept(chain);
      }
      Use last = uses(connection).get(connection);
      return last == null ? first(chain, connection, next) : again(chain, connection, last, next);
    };
  }

  /** The first request on a connection shows what its bytes are read from. */
  private Response first(Chain chain, Connection connection, Interceptor next) throws IOException {
    try (RecordingSocketFactory.Recording recording = RecordingSocketFactory.record()) {
      Response response = next.intercept(chain);
      Use use = new Use(recording.socket());
      use.end(System.nanoTime(), keepAlive(response));
      uses(connection).put(connection, use);
      return response;
    }
  }

  private Response again(Chain chain, Connection connection, Use last, Interceptor next)
      throws IOException {
    if (!mayCarry(chain.request(), connection, last)) {
      throw new StaleConnectionException();
    }
    long reads = last.read == null ? 0 : last.read.reads();
    Response response;
    try {
      response = next.intercept(chain);
    } catch (IOException e) {
      if (!(e instanceof InterruptedIOException) && !chain.call().isCanceled()) {
        distrust(System.nanoTime() - last.time);
      }
      throw e;
    }
    keepsConnections = true;
    if (last.read != null && last.read.reads() == reads) {
      connection.socket().close();
      response.close();
      throw new ProtocolException("a response that the server had sent before the request");
    }
    last.end(System.nanoTime(), keepAlive(response));
    return response;
  }

  private boolean mayCarry(Request request, Connection connection, Use last) {
    long now = System.nanoTime();
    long idle = now - last.time;
    boolean distrusted = now - distrustEnd < 0;
    boolean read = READS.contains(request.method());
    if (now - last.end >= 0 || (distrusted && !read)) {
      return false;
    }
    if (read && !distrusted && idle < SETTLED.toNanos()) {
      // A lost read is repeated: not worth a wait.
      Socket socket = connection.socket();
      return !isReadable(socket)
          && (last.read == null || last.read == socket || !isReadable(last.read));
    }
    Duration wait = read || keepsConnections ? SHORTEST : SETTLED.minusNanos(idle);
    if (isOpen(connection.socket(), Math.max(SHORTEST.toMillis(), wait.toMillis()))) {
      return true;
    }
    distrust(idle);
    return false;
  }

  private void distrust(long idle) {
    if (idle < SHORT_IDLE.toNanos()) {
      keepsConnections = false;
      distrustEnd = System.nanoTime() + DISTRUST.toNanos();
    }
  }

  /** Whether there are bytes already; those below TLS are encrypted ones. */
  private static boolean isReadable(Socket socket) {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** Waits for an end of stream, or for bytes that belong to no request. */
  private static boolean isOpen(Socket socket, long waitMillis) {
    try {
      int timeout = socket.getSoTimeout();
      socket.setSoTimeout((int) waitMillis);
      try {
        var unused = socket.getInputStream().read();
        return false;
      } catch (SocketTimeoutException e) {
        return true;
      } finally {
        socket.setSoTimeout(timeout);
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** The header with which few servers say how long they keep a connection. */
  private static final class KeepAlive {
    private static final Pattern TIMEOUT = Pattern.compile("(?i)\\btimeout\\s*=\\s*\"?(\\d{1,6})");

    /** For a request that is on its way when the server closes at the announced time. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    static Duration of(String header) {
      Matcher timeout = TIMEOUT.matcher(header);
      return timeout.find()
          ? Duration.ofSeconds(Long.parseLong(timeout.group(1))).minus(MARGIN)
          : NO_TIMEOUT;
    }
  }

  /** Returns how long the server keeps a connection, as far as it says so. */
  private static Duration keepAlive(Response response) {
    String header = response.header("Keep-Alive");
    return header == null ? NO_TIMEOUT : KeepAlive.of(header);
  }
}
