package app;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ratelimit.Bucket4jRateLimiter;
import com.sun.net.httpserver.HttpServer;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The same application, with the optional libraries besides. */
public final class WithOptional {
  private WithOptional() {}

  public static void main(String... arguments) throws Exception {
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    App.main();
    limit();
    check(
        logged.toString(StandardCharsets.UTF_8).contains("com.configcat.management.calls"),
        "calls to be logged by SLF4J");
    for (Class<?> type :
        new Class<?>[] {
          okhttp3.OkHttpClient.class,
          retrofit2.Retrofit.class,
          com.google.gson.Gson.class,
          kotlin.KotlinVersion.class,
          org.slf4j.Logger.class,
          io.github.bucket4j.Bucket.class
        }) {
      System.out.println(type.getProtectionDomain().getCodeSource().getLocation());
    }
  }

  private static void limit() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/products",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    Store store = new Store();
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .rateLimiter(Bucket4jRateLimiter.of(store, "user"))
            .build()) {
      check(client.products().list().isEmpty(), "an empty list");
    } finally {
      server.stop(0);
    }
    check(!store.buckets.isEmpty(), "a bucket of Bucket4j to be used");
  }

  private static void check(boolean met, String expected) {
    if (!met) {
      throw new AssertionError("Expected " + expected);
    }
  }

  /** Buckets in a map. */
  private static final class Store extends AbstractCompareAndSwapBasedProxyManager<String> {
    private final Map<String, byte[]> buckets = new ConcurrentHashMap<>();

    Store() {
      super(ClientSideConfig.getDefault());
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
      return new CompareAndSwapOperation() {
        @Override
        public Optional<byte[]> getStateData(Optional<Long> timeout) {
          return Optional.ofNullable(buckets.get(key));
        }

        @Override
        public boolean compareAndSwap(
            byte[] old, byte[] next, RemoteBucketState state, Optional<Long> timeout) {
          buckets.put(key, next);
          return true;
        }
      };
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAsyncModeSupported() {
      return false;
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void removeProxy(String key) {
      buckets.remove(key);
    }
  }
}
