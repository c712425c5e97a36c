package com.configcat.management.it.bench;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.model.ProductModel;
import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okio.Okio;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** Runs {@link FirstCall} as a whole process, again and again, one peer after the other. */
final class FirstCalls {
  /** In the class path of a process there is what a client needs, and nothing else. */
  private static final String CLASS_PATH =
      Stream.of(
              FirstCall.class,
              ConfigCatManagementClient.class,
              ProductModel.class,
              Retrofit.class,
              GsonConverterFactory.class,
              Gson.class,
              OkHttpClient.class,
              Okio.class,
              kotlin.Unit.class)
          .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
          .collect(Collectors.joining(File.pathSeparator));

  private static final List<PeerKind> PEERS =
      List.of(PeerKind.BY_HAND, PeerKind.RETROFIT, PeerKind.CLIENT);

  private final BenchmarkTarget target;
  private final Path folder;

  FirstCalls(BenchmarkTarget target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /**
   * What processes of a peer took.
   *
   * @param millis of each, from its start to its end
   * @param classes loaded by one
   */
  record Measured(List<Double> millis, long classes) {}

  /** Returns what was measured, by the name of the peer. */
  Map<String, Measured> run(int rounds) throws IOException, InterruptedException {
    Map<PeerKind, List<Double>> millis = new EnumMap<>(PeerKind.class);
    PEERS.forEach(peer -> millis.put(peer, new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<PeerKind, List<Double>> peer : millis.entrySet()) {
        peer.getValue().add(run(peer.getKey()));
      }
    }
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (Map.Entry<PeerKind, List<Double>> peer : millis.entrySet()) {
      PeerKind kind = peer.getKey();
      measured.put(kind.name(), new Measured(peer.getValue(), classes(kind)));
    }
    return measured;
  }

  private long classes(PeerKind peer) throws IOException, InterruptedException {
    Path log = folder.resolve("classes-" + peer + ".log");
    run(peer, "-Xlog:class+load:file=" + log + ":none:filecount=0");
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    }
  }

  private double run(PeerKind peer, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", CLASS_PATH, FirstCall.class.getName(), peer.name()));
    command.addAll(List.of(target.memoryUrl(), target.user(), target.password()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("The first call failed: " + command);
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
