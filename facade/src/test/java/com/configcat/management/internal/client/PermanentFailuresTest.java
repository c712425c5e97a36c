package com.configcat.management.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.VirtualClients;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.TransportException;
import com.configcat.management.error.UnexpectedStatusException;
import com.configcat.management.internal.call.VirtualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that do not pass by themselves end a call at its first attempt. */
@Timeout(60) // Without care, OkHttp asks a proxy for ever.
class PermanentFailuresTest {
  private static final String WRONG = Credentials.basic("me", "wrong");

  private final Queue<String> heads = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private ServerSocket server;

  @BeforeEach
  void start() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** Answers requests until the other side closes. */
  private void serve(String status) {
    serve(
        server,
        socket -> {
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
          StringBuilder head = new StringBuilder();
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            head.append(line).append('\n');
            if (line.isEmpty()) {
              heads.add(head.toString());
              head.setLength(0);
              String answer =
                  "HTTP/1.1 "
                      + status
                      + "\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n";
              socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
          }
        });
  }

  private interface Conversation {
    void with(Socket socket) throws IOException;
  }

  private void serve(ServerSocket accepting, Conversation conversation) {
    Thread thread =
        new Thread(
            () -> {
              while (!accepting.isClosed()) {
                try (Socket socket = accepting.accept()) {
                  connections.incrementAndGet();
                  conversation.with(socket);
                } catch (IOException e) {
                  // Closed by the test, or by the client.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static ConfigCatManagementClientBuilder builder(String url, OkHttpClient http) {
    return VirtualClients.builder(new VirtualTime(), 0.5)
        .credentials("user", "p4ssw0rd")
        .baseUrl(url)
        .allowInsecureHttp()
        .httpClient(http);
  }

  private static <E extends ConfigCatException> E failure(
      Class<E> type, String url, OkHttpClient http) {
    try (ConfigCatManagementClient client = builder(url, http).build()) {
      E failure = catchThrowableOfType(type, () -> client.products().list());
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure.requestMayHaveBeenApplied()).isFalse();
      return failure;
    }
  }

  private OkHttpClient behindTheProxy(Authenticator authenticator) {
    return new OkHttpClient.Builder()
        .proxy(
            new Proxy(
                Proxy.Type.HTTP,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort())))
        .proxyAuthenticator(authenticator)
        .build();
  }

  /** Gives the same answer however often it is asked. */
  private static Authenticator insistent() {
    return (route, response) ->
        response.request().newBuilder().header("Proxy-Authorization", WRONG).build();
  }

  /** Gives up as OkHttp's documentation recommends. */
  private static Authenticator modest() {
    return (route, response) ->
        response.request().header("Proxy-Authorization") != null
            ? null
            : insistent().authenticate(route, response);
  }

  @ParameterizedTest
  @CsvSource({
    "https://service.example, true",
    "https://service.example, false",
    "http://service.example, true",
    "http://service.example, false"
  })
  void sendsAProxyPasswordThatIsRefusedOnce(String url, boolean insists) {
    serve("407 Proxy Authentication Required");

    OkHttpClient http = behindTheProxy(insists ? insistent() : modest());
    ConfigCatException failure = failure(ConfigCatException.class, url, http);

    assertThat(failure)
        .isInstanceOf(
            url.startsWith("https") ? TransportException.class : UnexpectedStatusException.class);
    assertThat(heads).filteredOn(head -> head.contains(WRONG)).hasSize(1);
  }

  @Test
  void givesUpWhereAProxyRefusesTheTunnel() {
    serve("403 Forbidden");

    failure(TransportException.class, "https://service.example", behindTheProxy(modest()));

    assertThat(heads).hasSize(1);
  }

  @Test
  void doesNotRepeatA407OfTheService() {
    serve("407 Proxy Authentication Required");

    assertThat(
            failure(
                UnexpectedStatusException.class,
                "http://127.0.0.1:" + server.getLocalPort(),
                new OkHttpClient()))
        .returns(407, UnexpectedStatusException::statusCode)
        .hasMessageContaining("proxyAuthenticator");
    assertThat(heads).hasSize(1);
  }

  @Test
  void asksForAnUnknownHostOnce() {
    AtomicInteger asked = new AtomicInteger();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  asked.incrementAndGet();
                  throw new UnknownHostException(host);
                })
            .build();

    failure(TransportException.class, "https://service.example", http);

    assertThat(asked).hasValue(1);
  }

  private void serveTls() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    char[] password = "secret".toCharArray();
    try (InputStream file = PermanentFailuresTest.class.getResourceAsStream("untrusted.p12")) {
      keys.load(file, password);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(factory.getKeyManagers(), null, null);
    server.close();
    server = tls.getServerSocketFactory().createServerSocket(0, 50, server.getInetAddress());
    serve(server, socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
  }

  private static final class TrustAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"untrusted", "trusted, but of another host"})
  void connectsOnceToAHostWhoseCertificateIsRefused(String certificate) throws Exception {
    serveTls();
    OkHttpClient.Builder http =
        new OkHttpClient.Builder().dns(host -> List.of(server.getInetAddress()));
    if (certificate.startsWith("trusted")) {
      TrustAll trust = new TrustAll();
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {trust}, null);
      http.sslSocketFactory(tls.getSocketFactory(), trust);
    }

    failure(
        TransportException.class, "https://service.example:" + server.getLocalPort(), http.build());

    assertThat(connections).hasValue(1);
  }
}
