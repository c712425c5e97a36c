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
 * What is in a Product, as it was when it was read. Its text is made for people to read and may
 * change.
 *
 * @param product the Product
 * @param environments its Environments, as the service orders them
 * @param configs its Configs, as the service orders them
 */
public record ProductTree(
    ProductModel product, List<EnvironmentModel> environments, List<ConfigNode> configs) {
  /**
   * Makes a tree.
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
   * A Config and what is in it.
   *
   * @param config the Config
   * @param flags its feature flags and settings, as the service orders them
   */
  public record ConfigNode(ConfigModel config, List<FlagNode> flags) {
    /**
     * Makes a node.
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
   * @param defaultValues what it serves where no rule applies, by the id of the Environment; empty
   *     if that was not asked for
   */
  public record FlagNode(SettingModel flag, Map<UUID, SettingValue> defaultValues) {
    /**
     * Makes a node.
     *
     * @param flag the feature flag or setting
     * @param defaultValues what it serves where no rule applies, by the id of the Environment
     */
    public FlagNode {
      Preconditions.value(flag, "flag", "give the one whose node this is");
      Preconditions.value(
          defaultValues, "defaultValues", "give a map, empty if they are not known");
      defaultValues = Collections.unmodifiableMap(new LinkedHashMap<>(defaultValues));
    }
  }

  /** Returns the tree as lines, each level two blanks further in. */
  @Override
  public String toString() {
    return new TreeText(this).toString();
  }
}
