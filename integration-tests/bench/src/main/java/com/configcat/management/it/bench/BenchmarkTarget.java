package com.configcat.management.it.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Where peers send their requests: the server that answers from memory, and the fake, both in the
 * process that starts the benchmarks.
 *
 * @param memoryUrl of the first, with a slash at the end
 * @param fakeUrl of the second, with a slash at the end
 * @param environment of the flag on the fake
 * @param setting the flag on the fake
 * @param user for both
 * @param password for both
 */
record BenchmarkTarget(
    String memoryUrl, String fakeUrl, UUID environment, int setting, String user, String password) {
  private static final int CONNECTIONS = 64;

  /** Returns the one that the starting process has named by system properties. */
  static BenchmarkTarget ofThisRun() {
    return new BenchmarkTarget(
        property("memory"),
        property("fake"),
        UUID.fromString(property("environment")),
        Integer.parseInt(property("setting")),
        property("user"),
        property("password"));
  }

  private static String property(String name) {
    String value = System.getProperty("bench." + name);
    if (value == null) {
      throw new IllegalStateException("Start benchmarks by mvn -Pbench verify: no bench." + name);
    }
    return value;
  }

  /** Returns the options that hand this on to another process. */
  List<String> options() {
    return List.of(
        "-Dbench.memory=" + memoryUrl,
        "-Dbench.fake=" + fakeUrl,
        "-Dbench.environment=" + environment,
        "-Dbench.setting=" + setting,
        "-Dbench.user=" + user,
        "-Dbench.password=" + password);
  }

  String authorization() {
    return Credentials.basic(user, password);
  }

  /** Returns a client whose pool and dispatcher suit the most calls at once that are measured. */
  static OkHttpClient http() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(CONNECTIONS);
    dispatcher.setMaxRequestsPerHost(CONNECTIONS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
        .build();
  }

  static void close(OkHttpClient http) {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
