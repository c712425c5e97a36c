package com.configcat.management.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.model.ProductModel;
import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/**
 * Keeps what a call costs within a tenth of what {@code budgets.properties} says for this Java
 * version, or else the next older one that it names. Measures in a JVM that has nothing but the
 * client; no times, which depend on the machine.
 *
 * <p>With {@code -Dbudget.write=true} it writes the measured numbers to that file instead.
 */
class BudgetTest {
  private static final Path FILE =
      Path.of("src/test/resources/com/configcat/management/budget/budgets.properties");

  /** What the client needs, and these tests' programs. */
  private static final String CLASS_PATH =
      Stream.of(
              ConfigCatManagementClient.class,
              ProductModel.class,
              Retrofit.class,
              GsonConverterFactory.class,
              Gson.class,
              OkHttpClient.class,
              Okio.class,
              kotlin.Unit.class,
              FirstCallProgram.class)
          .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
          .collect(Collectors.joining(File.pathSeparator));

  private final MockWebServer server = MockServers.create();
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    MockResponse product =
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json; charset=utf-8")
            .addHeader("Date", "Mon, 23 Nov 2026 10:00:00 GMT")
            .addHeader("X-Rate-Limit-Remaining", "499")
            .addHeader("X-Rate-Limit-Reset", "2026-11-23T10:01:00.0000000Z")
            .body(
                """
                {"productId":"00000000-0000-0000-0000-000000000001","name":"Shop","order":0,
                "description":"Sells things","reasonRequired":false,"organization":{"name":"Acme",
                "organizationId":"00000000-0000-0000-0000-000000000002"}}
                """)
            .build();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return product;
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theFirstCallLoadsFewClasses() throws Exception {
    Path log = folder.resolve("classes.log");

    String output =
        run(FirstCallProgram.class, "-Xlog:class+load:file=" + log + ":none:filecount=0");

    assertThat(output).isEqualTo("Shop");
    try (Stream<String> lines = Files.lines(log)) {
      check("classes", lines.filter(line -> line.contains(" source: ")).count());
    }
  }

  /** Compiled by C1 alone: C2 removes some allocations, in the end. */
  @Test
  void aCallAllocatesLittle() throws Exception {
    check("bytes", Long.parseLong(run(ManyCallsProgram.class, "-XX:TieredStopAtLevel=1")));
  }

  private String run(Class<?> program, String option) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(option);
    command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-Xmx128m", "-cp", CLASS_PATH));
    command.add(program.getName());
    command.add(server.url("/").toString());
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    // They could bring an agent along.
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", program).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("exit of %s", command).isZero();
    return Files.readString(output).strip();
  }

  private static void check(String what, long measured) throws IOException {
    int java = Runtime.version().feature();
    if (Boolean.getBoolean("budget.write")) {
      write(java + "." + what, measured);
      return;
    }
    Properties budgets = budgets();
    int entry = java;
    while (entry > 0 && budgets.getProperty(entry + "." + what) == null) {
      entry--;
    }
    assertThat(entry).as("an entry of %s for Java %s or an older one", FILE, java).isPositive();
    long budget = Long.parseLong(budgets.getProperty(entry + "." + what));
    assertThat(measured)
        .as(
            "%s on Java %s, at most a tenth more than the %s that %s.%s is in %s. Look for what has"
                + " come on the way of each call; to accept it, or to enter a new Java version, run"
                + " this test with -Dbudget.write=true",
            what, java, budget, entry, what, FILE)
        .isLessThanOrEqualTo(budget + budget / 10);
  }

  private static Properties budgets() throws IOException {
    Properties budgets = new Properties();
    try (InputStream file = BudgetTest.class.getResourceAsStream("budgets.properties")) {
      budgets.load(file);
    }
    return budgets;
  }

  private static void write(String key, long measured) throws IOException {
    TreeMap<String, String> lines = new TreeMap<>();
    for (String line : Files.readAllLines(FILE, StandardCharsets.UTF_8)) {
      if (line.contains("=")) {
        lines.put(line.substring(0, line.indexOf('=')), line);
      }
    }
    lines.put(key, key + "=" + measured);
    Files.writeString(FILE, String.join("\n", lines.values()) + "\n");
  }
}
