package com.configcat.management.spring;

import com.configcat.management.ConfigCatManagementClient;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Is up if the service accepts the credentials; for Spring Boot 4. */
final class Boot4HealthIndicator implements HealthIndicator {
  private final HealthCheck check;

  Boot4HealthIndicator(ConfigCatManagementClient client) {
    this.check = new HealthCheck(client);
  }

  @Override
  public Health health() {
    try {
      check.run();
      return Health.up().build();
    } catch (RuntimeException e) {
      return Health.down(e).build();
    }
  }
}
