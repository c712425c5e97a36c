package com.configcat.management.it.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.error.TransportException;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cookbook's recipes for Redis and PostgreSQL, on both. */
@Timeout(120)
class StoreRecipesCheck {
  private static final Pattern SQL = Pattern.compile("(?ms)^```sql\\R(.*?)^```");
  private static final String USER = "jane@example.com";
  private static final String KEY = ":GET /v1/products";
  private static final Duration FILLED = Duration.ofSeconds(4);
  private static final int CALLS = 20;

  /** Alone, each of two would be through sooner: 4 calls at once and 8 a second. */
  private static final Duration TOGETHER = Duration.ofSeconds(4);

  /** The 1 or 2 seconds that the recipes say, and what a busy machine may add. */
  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  private CountingService service;

  @BeforeEach
  void start() throws Exception {
    service = new CountingService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void twoClientsShareABucketInRedis(@TempDir Path folder) throws Exception {
    try (RedisProcess redis = new RedisProcess(folder);
        RunningRecipe one = redis(redis);
        RunningRecipe two = redis(redis)) {
      share(one, two);

      List<String> keys = redis.ask(commands -> commands.keys("*" + KEY));
      assertThat(keys).hasSize(1);
      long kept = redis.ask(commands -> commands.pttl(keys.get(0)));
      assertThat(kept)
          .as("milliseconds that the bucket is kept")
          .isBetween(Duration.ofMinutes(59).toMillis(), Duration.ofMinutes(61).toMillis());
    }
  }

  @Test
  void aCallFailsInTimeWhenRedisDoesNotAnswer(@TempDir Path folder) throws Exception {
    try (RedisProcess redis = new RedisProcess(folder);
        RunningRecipe recipe = redis(redis)) {
      eventually(() -> recipe.client().products().list());
      redis.ask(commands -> commands.clientPause(Duration.ofSeconds(20).toMillis()));

      failsInTime(recipe.client(), 1);
    }
  }

  @Test
  void twoClientsShareABucketInPostgreSql() throws Exception {
    try (EmbeddedPostgres postgres = postgres();
        RunningRecipe one = postgres(postgres);
        RunningRecipe two = postgres(postgres)) {
      share(one, two);

      assertThat(
              number(
                  postgres, "SELECT count(*) FROM configcat_bucket WHERE id LIKE '%" + KEY + "'"))
          .isOne();
      assertThat(number(postgres, "SELECT count(*) FROM configcat_bucket")).isOne();
      assertThat(
              number(postgres, "SELECT expires_at FROM configcat_bucket")
                  - System.currentTimeMillis())
          .as("milliseconds that the bucket is kept")
          .isBetween(Duration.ofMinutes(59).toMillis(), Duration.ofMinutes(61).toMillis());
    }
  }

  @Test
  void expiredRowsAreDeletedFromPostgreSql() throws Exception {
    try (EmbeddedPostgres postgres = postgres();
        RunningRecipe recipe = postgres(postgres)) {
      eventually(() -> recipe.client().products().list());
      eventually(() -> recipe.client().organizations().list());
      execute(postgres, "UPDATE configcat_bucket SET expires_at = 1 WHERE id LIKE '%" + KEY + "'");

      assertThat(
              PostgreSqlRecipe.clean(
                  (PostgreSQLSelectForUpdateBasedProxyManager<String>) recipe.proxyManager()))
          .isOne();

      assertThat(number(postgres, "SELECT count(*) FROM configcat_bucket")).isOne();
      assertThat(number(postgres, "SELECT min(expires_at) FROM configcat_bucket")).isGreaterThan(1);
    }
  }

  /** Another transaction holds the row. */
  @Test
  void aCallFailsInTimeWhenARowOfPostgreSqlIsLocked() throws Exception {
    try (EmbeddedPostgres postgres = postgres();
        RunningRecipe recipe = postgres(postgres)) {
      eventually(() -> recipe.client().products().list());
      try (Connection other = postgres.getPostgresDatabase().getConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT * FROM configcat_bucket FOR UPDATE");

        failsInTime(recipe.client(), 1);
      }
      eventually(() -> recipe.client().products().list());
    }
  }

  /** The server freezes while a client connects, or in the middle of a transaction. */
  @ParameterizedTest
  @ValueSource(strings = {"user", "FOR UPDATE"})
  void aCallFailsInTimeWhenPostgreSqlDoesNotAnswer(String lastWord) throws Exception {
    try (EmbeddedPostgres postgres = postgres();
        FreezingRelay relay = new FreezingRelay(postgres.getPort(), lastWord);
        RunningRecipe recipe = postgres(relay.port())) {
      failsInTime(recipe.client(), 0);

      assertThat(relay.isFrozen()).as("frozen").isTrue();
    }
  }

  private void share(RunningRecipe one, RunningRecipe two) throws InterruptedException {
    eventually(() -> one.client().products().list());
    eventually(() -> two.client().products().list());
    TimeUnit.NANOSECONDS.sleep(FILLED.toNanos());
    long start = System.nanoTime();
    List<CompletableFuture<?>> calls =
        Stream.concat(enqueue(one.client()), enqueue(two.client())).toList();
    calls.forEach(CompletableFuture::join);

    assertThat(service.refused()).as("answers with 429").isZero();
    assertThat(service.counted()).hasSize(2 + 2 * CALLS);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(TOGETHER);
  }

  /** What is slow only once may take longer than the recipes wait. */
  private static void eventually(Runnable call) {
    for (int attempt = 1; ; attempt++) {
      try {
        call.run();
        return;
      } catch (TransportException e) {
        if (attempt == 10) {
          throw e;
        }
      }
    }
  }

  private static Stream<CompletableFuture<?>> enqueue(ConfigCatManagementClient client) {
    ProductsApi products = client.api(ProductsApi.class);
    return IntStream.range(0, CALLS).mapToObj(i -> client.enqueue(products.getProducts()));
  }

  private void failsInTime(ConfigCatManagementClient client, int sent) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> client.products().list())
        .isInstanceOf(TransportException.class)
        .hasMessage("GET /v1/products was not sent: the rate limiter failed");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT);
    assertThat(service.counted()).hasSize(sent);
  }

  private RunningRecipe redis(RedisProcess redis) {
    return RedisRecipe.start(redis.uri(), USER, "p4ssw0rd", service.baseUrl());
  }

  private RunningRecipe postgres(EmbeddedPostgres postgres) {
    return postgres(postgres.getPort());
  }

  private RunningRecipe postgres(int port) {
    return PostgreSqlRecipe.start(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres",
        USER,
        "p4ssw0rd",
        service.baseUrl());
  }

  /** Starts a PostgreSQL with the cookbook's table. */
  private static EmbeddedPostgres postgres() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    execute(postgres, table());
    return postgres;
  }

  private static String table() throws IOException {
    String cookbook =
        Files.readString(
            Path.of(System.getProperty("integration-tests.directory"), "../facade/COOKBOOK.md"));
    Matcher block = SQL.matcher(cookbook);
    assertThat(block.find()).as("a block of SQL in the cookbook").isTrue();
    return block.group(1);
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }
}
