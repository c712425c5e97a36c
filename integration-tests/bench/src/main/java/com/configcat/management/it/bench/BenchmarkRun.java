package com.configcat.management.it.bench;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks in rounds, so that the peers take turns and what else the machine does meets
 * all alike, and prints a table of the results. This process has the servers; each benchmark has a
 * process of its own.
 */
final class BenchmarkRun {
  private static final int FIRST_CALLS_A_ROUND = 5;

  private final Path folder;
  private final boolean quick;

  private BenchmarkRun(Path folder, boolean quick) {
    this.folder = folder;
    this.quick = quick;
  }

  /**
   * Runs them.
   *
   * @param args the folder for results; true to run one short round, to see whether all work; the
   *     number of rounds; a regular expression for names of benchmarks
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    boolean quick = Boolean.parseBoolean(args[1]);
    new BenchmarkRun(folder, quick).run(quick ? 1 : Integer.parseInt(args[2]), args[3]);
  }

  private void run(int rounds, String only) throws Exception {
    PerformanceTable.clear(folder);
    try (MemoryServer memory = new MemoryServer(Payloads.responses())) {
      for (int round = 1; round <= rounds; round++) {
        System.out.println("Benchmarks: round " + round + " of " + rounds + ", see " + folder);
        try (ConfigCatFake fake = ConfigCatFake.start()) {
          run(target(memory, fake), fake, round, only);
        }
      }
    }
    String table = PerformanceTable.of(folder);
    Files.writeString(folder.resolve("performance.md"), table);
    System.out.println(table);
  }

  private void run(BenchmarkTarget target, ConfigCatFake fake, int round, String only)
      throws IOException, InterruptedException, RunnerException {
    ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor();
    // What was received is of no interest, and would fill the heap.
    var unused = cleaner.scheduleAtFixedRate(fake::forgetRequests, 100, 100, TimeUnit.MILLISECONDS);
    try {
      measure(target, round, only);
      Files.writeString(
          PerformanceTable.firstCalls(folder, round),
          new Gson().toJson(new FirstCalls(target, folder).run(quick ? 1 : FIRST_CALLS_A_ROUND)));
    } finally {
      cleaner.shutdownNow();
    }
  }

  private static BenchmarkTarget target(MemoryServer memory, ConfigCatFake fake) {
    FakeProduct product = fake.world().product("Shop");
    FakeEnvironment environment = product.environment("Production");
    FakeFlag flag = product.v2Config("Main").flag("newCheckout");
    String url = fake.baseUrl().toString();
    return new BenchmarkTarget(
        memory.baseUrl(),
        url.endsWith("/") ? url : url + "/",
        environment.id(),
        flag.id(),
        ConfigCatFake.USER,
        ConfigCatFake.PASSWORD);
  }

  private void measure(BenchmarkTarget target, int round, String only) throws RunnerException {
    List<String> options = target.options();
    var unused =
        new Runner(
                new OptionsBuilder()
                    .include(only)
                    .mode(Mode.Throughput)
                    .timeUnit(TimeUnit.SECONDS)
                    .forks(1)
                    .warmupIterations(quick ? 1 : 5)
                    .warmupTime(TimeValue.milliseconds(quick ? 200 : 1_000))
                    .measurementIterations(quick ? 1 : 3)
                    .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000))
                    .addProfiler(GCProfiler.class)
                    .jvmArgs("-Xms512m", "-Xmx512m")
                    .jvmArgsAppend(options.toArray(String[]::new))
                    .shouldFailOnError(true)
                    .output(folder.resolve("round-" + round + ".log").toString())
                    .resultFormat(ResultFormatType.JSON)
                    .result(PerformanceTable.results(folder, round).toString())
                    .build())
            .run();
  }
}
