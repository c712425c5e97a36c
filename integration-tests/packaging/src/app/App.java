package app;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.model.CreateTagModel;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** An application that is packaged in several ways, and uses the client in each. */
public final class App {
  private static final UUID PRODUCT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Duration LONGEST_UNTIL_COLLECTED = Duration.ofSeconds(150);

  private App() {}

  public static void main(String... arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/products",
        exchange -> {
          boolean list = exchange.getRequestURI().getPath().equals("/v1/products");
          byte[] body = (list ? "[]" : "\"no such Product\"").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(list ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      use(url);
      if (arguments.length > 0) {
        useInAnotherClassLoader(url);
      }
    } finally {
      server.stop(0);
    }
    System.out.println("The packaged client works");
  }

  /** Calls operations, a Retrofit interface and a task. */
  public static void use(String url) throws Exception {
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder().credentials("user", "password").baseUrl(url).build()) {
      check(client.products().list().isEmpty(), "an empty list");
      ProductsApi api = client.api(ProductsApi.class);
      check(api.getProducts().execute().code() == 200, "200");
      check(client.enqueue(api.getProducts()).get().isEmpty(), "an empty list, enqueued");
      check(client.products().find("Web shop").isEmpty(), "no such Product");
      try {
        client.tags().ensure(PRODUCT, CreateTagModel.builder().name("nightly").color("panther").build());
        check(false, "a 404");
      } catch (NotFoundException e) {
        check(e.serverMessage().equals(Optional.of("no such Product")), "the message of the body");
      }
      try {
        client.products().get(PRODUCT);
        check(false, "a 404");
      } catch (NotFoundException e) {
        check(e.statusCode() == 404, "a 404");
      }
      try {
        api.getProduct(null);
        check(false, "a null to be refused");
      } catch (NullPointerException e) {
        check(e.getMessage().contains("productId"), "a message that names the argument");
      }
    }
  }

  private static void useInAnotherClassLoader(String url) throws Exception {
    WeakReference<ClassLoader> loader = usedClassLoader(url);
    long end = System.nanoTime() + LONGEST_UNTIL_COLLECTED.toNanos();
    while (loader.get() != null) {
      check(System.nanoTime() < end, "the class loader to be collected");
      System.gc();
      Thread.sleep(1000);
    }
  }

  private static WeakReference<ClassLoader> usedClassLoader(String url) throws Exception {
    URL jar = App.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      loader.loadClass(App.class.getName()).getMethod("use", String.class).invoke(null, url);
      Thread.currentThread().setContextClassLoader(App.class.getClassLoader());
      return new WeakReference<>(loader);
    }
  }

  private static void check(boolean met, String expected) {
    if (!met) {
      throw new AssertionError("Expected " + expected);
    }
  }
}
