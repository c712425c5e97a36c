package com.configcat.management.spring;

import com.configcat.management.ConfigCatManagementClientBuilder;

/**
 * Customizes the builder of the client bean, after the properties have been applied to it.
 *
 * <p>Every bean of this type is called, in the order of their {@code @Order}.
 */
@FunctionalInterface
public interface ConfigCatManagementClientCustomizer {
  /**
   * Changes the builder.
   *
   * @param builder the builder of the client bean
   */
  void customize(ConfigCatManagementClientBuilder builder);
}
