package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.core.CallOptions;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;

/** Clients of a fake, which do not wait for a rate limit. */
final class Clients {
  private Clients() {}

  static ConfigCatManagementClient of(ConfigCatFake fake) {
    return with(fake, CallOptions.defaults().maxAttempts(1));
  }

  static ConfigCatManagementClient with(ConfigCatFake fake, CallOptions options) {
    return builder(fake).callOptions(options).build();
  }

  static ConfigCatManagementClientBuilder builder(ConfigCatFake fake) {
    return ConfigCatManagementClient.builder()
        .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
        .baseUrl(fake.baseUrl())
        .rateLimiter(RateLimiter.unlimited())
        .callOptions(CallOptions.defaults().maxAttempts(1));
  }

  static CallOptions impatient() {
    return CallOptions.defaults().maxAttempts(1).deadline(Duration.ofMillis(500));
  }
}
