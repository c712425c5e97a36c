package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A snapshot of a Product and its contents. Its text is for people to read, and its format may
 * change.
 *
 * @param product the Product
 * @param environments its Environments, in the service's order
 * @param configs its Configs, in the service's order
 */
public record ProductTree(
    ProductModel product, List<EnvironmentModel> environments, List<ConfigNode> configs) {
  /**
   * Creates a tree.
   *
   * @param product the Product
   * @param environments its Environments
   * @param configs its Configs
   */
  public ProductTree {
    Preconditions.value(product, "product", "give the one whose tree this is");
    environments = Preconditions.list(environments, "environments", "give a list");
    configs = Preconditions.list(configs, "configs", "give a list");
  }

  /**
   * A Config and its flags.
   *
   * @param config the Config
   * @param flags its feature flags and settings, in the service's order
   */
  public record ConfigNode(ConfigModel config, List<FlagNode> flags) {
    /**
     * Creates a node.
     *
     * @param config the Config
     * @param flags its feature flags and settings
     */
    public ConfigNode {
      Preconditions.value(config, "config", "give the one whose node this is");
      flags = Preconditions.list(flags, "flags", "give a list");
    }
  }

  /**
   * A feature flag or setting.
   *
   * @param flag the feature flag or setting
   * @param defaultValues the values served when no rule applies, by Environment id; empty if they
   *     were not read
   */
  public record FlagNode(SettingModel flag, Map<UUID, SettingValue> defaultValues) {
    /**
     * Creates a node.
     *
     * @param flag the feature flag or setting
     * @param defaultValues the values served when no rule applies, by Environment id
     */
    public FlagNode {
      Preconditions.value(flag, "flag", "give the one whose node this is");
      Preconditions.value(
          defaultValues, "defaultValues", "give a map, empty if they are not known");
      defaultValues = Collections.unmodifiableMap(new LinkedHashMap<>(defaultValues));
    }
  }

  /** Returns the tree as lines, indented by two spaces per level. */
  @Override
  public String toString() {
    return new TreeText(this).toString();
  }
}
