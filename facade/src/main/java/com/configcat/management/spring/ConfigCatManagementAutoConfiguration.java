package com.configcat.management.spring;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.listener.CallListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Makes the client bean, where there are credentials. */
@AutoConfiguration
@ConditionalOnCredentials
@EnableConfigurationProperties(ConfigCatManagementProperties.class)
public final class ConfigCatManagementAutoConfiguration {
  ConfigCatManagementAutoConfiguration() {}

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  ConfigCatManagementClient configCatManagementClient(
      ConfigCatManagementProperties properties,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<ConfigCatManagementClientCustomizer> customizers) {
    ConfigCatManagementClientBuilder builder = ClientProperties.applied(properties);
    listeners.orderedStream().forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return ClientProperties.built(builder, properties);
  }
}
