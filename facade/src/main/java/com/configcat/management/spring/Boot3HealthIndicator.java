package com.configcat.management.spring;

import com.configcat.management.ConfigCatManagementClient;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Is up if the service accepts the credentials; for Spring Boot 3.5. */
final class Boot3HealthIndicator implements HealthIndicator {
  private final HealthCheck check;

  Boot3HealthIndicator(ConfigCatManagementClient client) {
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
