package com.configcat.management.hostile;

import static com.configcat.management.hostile.ExpectedOutcome.NOT_SENT;
import static com.configcat.management.hostile.ExpectedOutcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.internal.http.SocketServer;
import java.io.InputStream;
import java.net.Socket;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes that fail: no request is sent, and only what may pass by itself is tried again. */
@Timeout(60)
class HostileTlsTest {
  /** A record of the handshake that says nothing, and one with the alert that a name is unknown. */
  private static final String NONSENSE = "\u0016\u0003\u0003\u0000\u0004abcd";

  private static final String UNRECOGNIZED_NAME = "\u0015\u0003\u0003\u0000\u0002\u0002p";

  private static final String HANDSHAKE_FAILURE = "\u0015\u0003\u0003\u0000\u0002\u0002(";

  private record TlsRow(String name, Reply reply, ExpectedOutcome verdict) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Waits for the client's first word. */
  private static TlsRow row(String name, String answer, ExpectedOutcome verdict) {
    return new TlsRow(
        name,
        connection -> {
          int read = connection.getInputStream().read(new byte[10_000]);
          assertThat(read).isPositive();
          Reply.send(connection, answer);
          return false;
        },
        verdict);
  }

  private static Stream<TlsRow> rows() throws Exception {
    SSLContext expired = expired(null);
    return Stream.of(
        new TlsRow("closed at once", Reply.closing(""), NOT_SENT),
        new TlsRow("reset at once", Reply.resetting(""), NOT_SENT),
        row("closed in the handshake", "", NOT_SENT),
        row("closed in a record", NONSENSE.substring(0, 6), NOT_SENT),
        row("nonsense", NONSENSE, NOT_SENT),
        row("no TLS", "HTTP/1.1 400 Bad Request\r\n\r\n", NOT_SENT),
        row("an alert", HANDSHAKE_FAILURE, NOT_SENT),
        row("an alert about the name", UNRECOGNIZED_NAME, NOT_SENT),
        new TlsRow(
            "an expired certificate", connection -> handshake(expired, connection), REFUSED));
  }

  private static boolean handshake(SSLContext context, Socket connection) throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connection, "localhost", connection.getPort(), true)) {
      socket.setUseClientMode(false);
      socket.startHandshake();
      return socket.getInputStream().read() >= 0;
    }
  }

  private static KeyStore expiredKeys() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = HostileTlsTest.class.getResourceAsStream("expired.p12")) {
      keys.load(file, "password".toCharArray());
    }
    return keys;
  }

  private static X509TrustManager trust() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", expiredKeys().getCertificate("ca"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  private static SSLContext expired(X509TrustManager trust) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(expiredKeys(), "password".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        keys.getKeyManagers(), trust == null ? null : new X509TrustManager[] {trust}, null);
    return context;
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void endsACallOfEveryKind(TlsRow row) throws Exception {
    AtomicInteger connections = new AtomicInteger();
    X509TrustManager trust = trust();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .sslSocketFactory(expired(trust).getSocketFactory(), trust)
            .build();
    try (SocketServer server =
        SocketServer.http(
            connection -> {
              connections.incrementAndGet();
              row.reply().to(connection);
            })) {
      String url = server.url().replace("http:", "https:");
      HostileCalls.check(url, http, connections::get, row.verdict());
    }
  }
}
