package com.configcat.management.spring;

import com.configcat.management.ConfigCatManagementClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds a health indicator, if {@code management.health.configcat.enabled} is {@code true}: each
 * look at it is a call.
 */
@AutoConfiguration(after = ConfigCatManagementAutoConfiguration.class)
@ConditionalOnProperty(name = "management.health.configcat.enabled", havingValue = "true")
public final class ConfigCatManagementHealthAutoConfiguration {
  private static final String BEAN = "configcatHealthIndicator";

  ConfigCatManagementHealthAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
  @ConditionalOnSingleCandidate(ConfigCatManagementClient.class)
  static final class Boot3 {
    Boot3() {}

    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    Boot3HealthIndicator configcatHealthIndicator(ConfigCatManagementClient client) {
      return new Boot3HealthIndicator(client);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
  @ConditionalOnSingleCandidate(ConfigCatManagementClient.class)
  static final class Boot4 {
    Boot4() {}

    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    Boot4HealthIndicator configcatHealthIndicator(ConfigCatManagementClient client) {
      return new Boot4HealthIndicator(client);
    }
  }
}
