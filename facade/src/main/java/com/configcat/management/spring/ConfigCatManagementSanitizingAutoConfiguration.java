package com.configcat.management.spring;

import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the credentials out of the actuator's endpoints, whatever values these show. */
@AutoConfiguration
@ConditionalOnCredentials
public final class ConfigCatManagementSanitizingAutoConfiguration {
  ConfigCatManagementSanitizingAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.SanitizingFunction")
  static final class Endpoints {
    Endpoints() {}

    @Bean
    SanitizingFunction configCatSanitizingFunction() {
      return data -> isCredential(data) ? data.withSanitizedValue() : data;
    }

    /** As a property, or as an environment variable. */
    private static boolean isCredential(SanitizableData data) {
      String key = data.getKey().replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
      return key.endsWith("configcatmanagementpassword") || key.endsWith("configcatmanagementuser");
    }
  }
}
