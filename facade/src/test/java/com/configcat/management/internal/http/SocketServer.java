package com.configcat.management.internal.http;

import com.configcat.management.UnconnectedSocketFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A server on loopback that treats its connections as a test says, one thread for each. */
public final class SocketServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket listening;
  private final String scheme;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  /** What happens on a connection, which is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    void serve(Socket connection) throws Exception;
  }

  private SocketServer(ServerSocket listening, String scheme, Script script) throws IOException {
    this.listening = listening;
    this.scheme = scheme;
    this.script = script;
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    start(this::accept);
  }

  public static SocketServer http(Script script) throws IOException {
    return new SocketServer(new ServerSocket(), "http", script);
  }

  public static SocketServer https(Script script) throws Exception {
    return new SocketServer(
        Tls.CONTEXT.getServerSocketFactory().createServerSocket(), "https", script);
  }

  /** Returns a client that trusts the server. */
  public static OkHttpClient trusting() {
    return new OkHttpClient.Builder()
        .socketFactory(new UnconnectedSocketFactory(SocketServer::promptSocket))
        .sslSocketFactory(Tls.CONTEXT.getSocketFactory(), Tls.TRUST)
        .build();
  }

  public String url() {
    return scheme + "://localhost:" + listening.getLocalPort();
  }

  public int connections() {
    return connections.get();
  }

  private static void start(Runnable action) {
    Thread thread = new Thread(action, "socket-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listening.accept();
        connection.setTcpNoDelay(true);
        connections.incrementAndGet();
        open.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      script.serve(connection);
    } catch (Exception e) {
      // The client closed the connection, or the test is over.
    } finally {
      open.remove(connection);
    }
  }

  /** Reads a request and returns its body; null if the connection was closed before it began. */
  public static @Nullable String read(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return new String(body, StandardCharsets.UTF_8);
  }

  public static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    connection.getOutputStream().flush();
  }

  /** Answers 200 with an empty JSON object. */
  public static void answer(Socket connection, String... headers) throws IOException {
    StringBuilder text = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    write(connection, text + "\r\n{}");
  }

  /** Answers each request on a connection. */
  public static void answerAll(Socket connection) throws IOException {
    while (read(connection) != null) {
      answer(connection);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : open) {
      connection.close();
    }
  }

  /** Sends at once: Nagle's algorithm and late acknowledgements cost a handshake 80 ms. */
  private static Socket promptSocket() {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    return socket;
  }

  private static final class Tls {
    private static final char[] PASSWORD = "password".toCharArray();
    static final X509TrustManager TRUST;
    static final SSLContext CONTEXT;

    static {
      try (InputStream file = SocketServer.class.getResourceAsStream("localhost.p12")) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(file, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", store.getCertificate("localhost"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        TRUST = (X509TrustManager) trust.getTrustManagers()[0];
        CONTEXT = SSLContext.getInstance("TLS");
        CONTEXT.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
