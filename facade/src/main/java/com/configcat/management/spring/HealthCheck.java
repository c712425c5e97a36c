package com.configcat.management.spring;

import com.configcat.management.ConfigCatManagementClient;
import java.time.Duration;

/** Asks the service who the client is, which is the smallest call with credentials. */
final class HealthCheck {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final ConfigCatManagementClient client;

  HealthCheck(ConfigCatManagementClient client) {
    this.client = client.withOptions(options -> options.deadline(DEADLINE).maxAttempts(1));
  }

  /** Throws what the call throws. */
  void run() {
    // By its path: nothing here depends on what exactly is answered.
    var unused = client.request("GET", "/v1/me").send();
  }
}
