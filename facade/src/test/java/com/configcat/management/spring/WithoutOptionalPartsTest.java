package com.configcat.management.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.MockServers;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** Where Spring and Micrometer are not, nothing that needs them is loaded. */
class WithoutOptionalPartsTest {
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "org\\.springframework\\..*|io\\.micrometer\\..*"
              + "|com\\.configcat\\.management\\.(spring|micrometer)\\..*");

  @Test
  void callsWithoutLoadingWhatIsForSpringOrMicrometer() throws Exception {
    try (MockWebServer server = MockServers.create();
        RecordingClassLoader loader = new RecordingClassLoader()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .setHeader("Content-Type", "application/json")
              .body("[]")
              .build());
      Class<?> type = loader.loadClass("com.configcat.management.ConfigCatManagementClient");
      Object builder = type.getMethod("builder").invoke(null);
      Class<?> builderType = builder.getClass();
      builderType
          .getMethod("credentials", String.class, String.class)
          .invoke(builder, "user", "p4ssw0rd");
      builderType.getMethod("baseUrl", String.class).invoke(builder, server.url("/").toString());
      Object client = builderType.getMethod("build").invoke(builder);
      try (AutoCloseable closing = (AutoCloseable) client) {
        Object products = type.getMethod("products").invoke(closing);
        assertThat(products.getClass().getMethod("list").invoke(products)).isEqualTo(List.of());
      }

      assertThat(loader.asked).hasSizeGreaterThan(500);
      assertThat(loader.asked).noneMatch(name -> OPTIONAL.matcher(name).matches());
    }
  }

  /** Has the class path of the tests without Spring and Micrometer. */
  private static final class RecordingClassLoader extends URLClassLoader {
    final List<String> asked = new ArrayList<>();

    RecordingClassLoader() {
      super(
          Stream.of(
                  System.getProperty(
                          "surefire.test.class.path", System.getProperty("java.class.path"))
                      .split(File.pathSeparator))
              .filter(entry -> !entry.matches(".*[/\\\\](spring|micrometer)-[^/\\\\]*\\.jar"))
              .map(RecordingClassLoader::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        asked.add(name);
        return super.loadClass(name, resolve);
      }
    }
  }
}
