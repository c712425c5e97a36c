package com.configcat.management.fake.junit;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.ratelimit.RateLimiter;

/** Makes clients of a fake; loaded only where the client is there. */
final class FakeClients {
  private FakeClients() {}

  static AutoCloseable of(ConfigCatFake fake) {
    return ConfigCatManagementClient.builder()
        .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
        .baseUrl(fake.baseUrl())
        .rateLimiter(RateLimiter.unlimited())
        .build();
  }

  static void close(AutoCloseable client) {
    ((ConfigCatManagementClient) client).close();
  }
}
