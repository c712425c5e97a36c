package com.configcat.management.it.instances;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ratelimit.Bucket4jRateLimiter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.URI;
import java.time.Duration;

/** The cookbook's recipe for Redis, on a service of the tests. */
final class RedisRecipe {
  private RedisRecipe() {}

  static RunningRecipe start(String redisUri, String user, String password, URI baseUrl) {
    ClientResources resources =
        ClientResources.builder().reconnectDelay(Delay.constant(Duration.ofSeconds(1))).build();
    RedisClient redis = RedisClient.create(resources, redisUri);
    redis.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .build());
    ProxyManager<String> proxyManager =
        Bucket4jLettuce.casBasedBuilder(
                redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
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
    return new RunningRecipe(
        oneOfMany,
        proxyManager,
        () -> {
          redis.shutdown();
          resources.shutdown().awaitUninterruptibly();
        });
  }
}
