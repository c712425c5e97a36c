package com.configcat.management.resource;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.api.StaleFlagsApi;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.ConcurrentReads;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.rest.TaskResponses;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.StaleFlagProductModel;
import com.configcat.management.model.StaleFlagSettingModel;
import com.configcat.management.model.StaleFlagSettingValueModel;
import com.configcat.management.operations.ConfigsOperations;
import com.configcat.management.resource.ConfigFlagReader.ConfigFlags;
import com.configcat.management.resource.ConfigFlagReader.ServedFlag;
import com.configcat.management.resource.FlagTable.Cell;
import com.configcat.management.resource.FlagTable.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a {@link FlagTable}. */
final class FlagTableReader {
  private static final Operation GET_CONFIG = new Operation("GET", "/v1/configs/{configId}");

  private final ConfigsOperations oneConfig;
  private final ConfigsApi configs;
  private final EnvironmentsApi environments;
  private final StaleFlagsApi staleFlags;
  private final ConfigFlagReader flags;

  FlagTableReader(ResourceContext tasks) {
    this.oneConfig = tasks.operations(ConfigsApi.class, ConfigsOperations::new);
    this.configs = tasks.api(ConfigsApi.class);
    this.environments = tasks.api(EnvironmentsApi.class);
    this.staleFlags = tasks.api(StaleFlagsApi.class);
    this.flags = new ConfigFlagReader(tasks);
  }

  FlagTable ofProduct(UUID productId) {
    ConcurrentReads reads = new ConcurrentReads();
    var environments = reads.add(this.environments.getEnvironments(productId));
    var configs = reads.add(this.configs.getConfigs(productId));
    var stale = reads.add(staleFlags.getStaleflags(productId));
    reads.run();
    return table(configs.body(), environments.body(), stale.body());
  }

  FlagTable ofConfig(UUID configId) {
    ConfigModel config = oneConfig.get(configId);
    UUID productId = productId(config);
    ConcurrentReads reads = new ConcurrentReads();
    var environments = reads.add(this.environments.getEnvironments(productId));
    var stale = reads.add(staleFlags.getStaleflags(productId));
    reads.run();
    return table(List.of(config), environments.body(), stale.body());
  }

  private static UUID productId(ConfigModel config) {
    @Nullable ProductModel product = config.getProduct();
    @Nullable UUID id = product == null ? null : product.getProductId();
    if (id == null) {
      throw TaskResponses.lacking(GET_CONFIG, "$.product.productId");
    }
    return id;
  }

  private FlagTable table(
      List<ConfigModel> configs,
      List<EnvironmentModel> environments,
      StaleFlagProductModel staleFlags) {
    Map<Integer, Set<UUID>> stale = staleIn(staleFlags);
    return new FlagTable(
        environments,
        flags.read(configs, environments).stream()
            .flatMap(config -> config.flags().stream().map(flag -> row(config, flag, stale)))
            .toList());
  }

  /** Returns the Environments in which flags are stale, by setting id. */
  private static Map<Integer, Set<UUID>> staleIn(StaleFlagProductModel product) {
    Map<Integer, Set<UUID>> stale = new HashMap<>();
    product.getConfigs().stream()
        .flatMap(config -> config.getSettings().stream())
        .forEach(setting -> stale.put(setting.getSettingId(), staleIn(setting)));
    return stale;
  }

  private static Set<UUID> staleIn(StaleFlagSettingModel setting) {
    return setting.getSettingValues().stream()
        .filter(StaleFlagSettingValueModel::getIsStale)
        .map(StaleFlagSettingValueModel::getEnvironmentId)
        .collect(Collectors.toSet());
  }

  private static Row row(ConfigFlags config, ServedFlag flag, Map<Integer, Set<UUID>> stale) {
    Set<UUID> staleIn = stale.getOrDefault(flag.flag().getSettingId(), Set.of());
    Map<UUID, Cell> cells = new LinkedHashMap<>();
    flag.served()
        .forEach(
            (environmentId, served) ->
                cells.put(
                    environmentId,
                    new Cell(served.value(), served.hasRules(), staleIn.contains(environmentId))));
    boolean differs =
        flag.served().values().stream().map(ServedInEnvironment::content).distinct().count() > 1;
    return new Row(config.config(), flag.flag(), cells, differs);
  }
}
