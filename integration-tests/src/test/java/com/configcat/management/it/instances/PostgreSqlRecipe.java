package com.configcat.management.it.instances;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ratelimit.Bucket4jRateLimiter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.URI;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** The cookbook's recipe for PostgreSQL, on a service of the tests. */
final class PostgreSqlRecipe {
  private PostgreSqlRecipe() {}

  static RunningRecipe start(String jdbcUrl, String user, String password, URI baseUrl) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl);
    dataSource.setLoginTimeout(1);
    dataSource.setSocketTimeout(2);
    dataSource.setCancelSignalTimeout(1);
    PostgreSQLSelectForUpdateBasedProxyManager<String> proxyManager =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("configcat_bucket")
            .requestTimeout(Duration.ofSeconds(1))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofHours(1)))
            .build();

    ConfigCatManagementClient oneOfMany =
        ConfigCatManagementClient.builder()
            .baseUrl(baseUrl)
            .credentials(user, password)
            .rateLimiter(Bucket4jRateLimiter.of(proxyManager, user))
            .build();
    return new RunningRecipe(oneOfMany, proxyManager, () -> {});
  }

  static int clean(PostgreSQLSelectForUpdateBasedProxyManager<String> proxyManager) {
    int deleted = proxyManager.removeExpired(1_000);
    return deleted;
  }
}
