package com.configcat.management.resource;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.internal.call.ConcurrentReads;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.ConfigFlagReader.ConfigFlags;
import com.configcat.management.resource.ConfigFlagReader.ServedFlag;
import com.configcat.management.resource.ProductTree.ConfigNode;
import com.configcat.management.resource.ProductTree.FlagNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads a {@link ProductTree} with one request per list. */
final class TreeReader {
  private final ProductsApi products;
  private final EnvironmentsApi environments;
  private final ConfigsApi configs;
  private final ConfigFlagReader flags;

  TreeReader(ResourceContext tasks) {
    this.products = tasks.api(ProductsApi.class);
    this.environments = tasks.api(EnvironmentsApi.class);
    this.configs = tasks.api(ConfigsApi.class);
    this.flags = new ConfigFlagReader(tasks);
  }

  ProductTree read(UUID productId, boolean withValues) {
    ConcurrentReads reads = new ConcurrentReads();
    var product = reads.add(products.getProduct(productId));
    var environments = reads.add(this.environments.getEnvironments(productId));
    var configs = reads.add(this.configs.getConfigs(productId));
    reads.run();
    List<EnvironmentModel> valuesOf = withValues ? environments.body() : List.of();
    return new ProductTree(
        product.body(),
        environments.body(),
        flags.read(configs.body(), valuesOf).stream().map(TreeReader::node).toList());
  }

  private static ConfigNode node(ConfigFlags config) {
    return new ConfigNode(config.config(), config.flags().stream().map(TreeReader::node).toList());
  }

  private static FlagNode node(ServedFlag flag) {
    Map<UUID, SettingValue> values = new LinkedHashMap<>();
    flag.served()
        .forEach(
            (environmentId, served) -> {
              if (served.value() != null) {
                values.put(environmentId, served.value());
              }
            });
    return new FlagNode(flag.flag(), values);
  }
}
