package com.configcat.management.spring;

import com.configcat.management.micrometer.AttemptObservationConvention;
import com.configcat.management.micrometer.CallMeterListener;
import com.configcat.management.micrometer.CallObservationConvention;
import com.configcat.management.micrometer.CallObservationListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Observes the calls of the client bean, where Micrometer is. */
@AutoConfiguration(
    before = ConfigCatManagementAutoConfiguration.class,
    afterName = {
      // Of Spring Boot 3.5
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      // and of 4
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnCredentials
public final class ConfigCatManagementMetricsAutoConfiguration {
  ConfigCatManagementMetricsAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "io.micrometer.observation.ObservationRegistry")
  static final class Observations {
    Observations() {}

    @Bean
    @ConditionalOnBean(ObservationRegistry.class)
    @ConditionalOnMissingBean
    CallObservationListener configCatCallObservationListener(
        ObservationRegistry registry,
        ObjectProvider<CallObservationConvention> calls,
        ObjectProvider<AttemptObservationConvention> attempts) {
      return new CallObservationListener(
          registry, calls.getIfAvailable(), attempts.getIfAvailable());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "io.micrometer.core.instrument.MeterRegistry")
  static final class Meters {
    Meters() {}

    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    @ConditionalOnMissingBean
    CallMeterListener configCatCallMeterListener(MeterRegistry registry) {
      return new CallMeterListener(registry);
    }
  }
}
