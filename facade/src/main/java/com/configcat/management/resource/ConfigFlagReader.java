package com.configcat.management.resource;

import com.configcat.management.api.FlagsApi;
import com.configcat.management.api.SettingValuesApi;
import com.configcat.management.api.SettingValuesV2Api;
import com.configcat.management.internal.call.ConcurrentReads;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.SettingModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads the flags of Configs, and what they serve in Environments; all lists at once. */
final class ConfigFlagReader {
  private final FlagsApi flags;
  private final SettingValuesApi valuesV1;
  private final SettingValuesV2Api valuesV2;

  ConfigFlagReader(ResourceContext tasks) {
    this.flags = tasks.api(FlagsApi.class);
    this.valuesV1 = tasks.api(SettingValuesApi.class);
    this.valuesV2 = tasks.api(SettingValuesV2Api.class);
  }

  /** The flags of a Config, in the service's order. */
  record ConfigFlags(ConfigModel config, List<ServedFlag> flags) {}

  /** A flag, and what it serves by Environment id; without what was not read. */
  record ServedFlag(SettingModel flag, Map<UUID, ServedInEnvironment> served) {}

  /**
   * Reads the values of Configs, which include the flags; only the flags of a Config whose values
   * cannot be read, since there is no Environment or its evaluation version is unknown.
   */
  List<ConfigFlags> read(List<ConfigModel> configs, List<EnvironmentModel> environments) {
    ConcurrentReads reads = new ConcurrentReads();
    List<Supplier<ConfigFlags>> all =
        configs.stream().map(config -> add(reads, config, environments)).toList();
    reads.run();
    return all.stream().map(Supplier::get).toList();
  }

  private Supplier<ConfigFlags> add(
      ConcurrentReads reads, ConfigModel config, List<EnvironmentModel> environments) {
    boolean isKnown =
        config.getEvaluationVersion() == EvaluationVersion.V1
            || config.getEvaluationVersion() == EvaluationVersion.V2;
    if (environments.isEmpty() || !isKnown) {
      var list = reads.add(flags.getSettings(config.getConfigId()));
      return () ->
          new ConfigFlags(
              config, list.body().stream().map(flag -> new ServedFlag(flag, Map.of())).toList());
    }
    Map<UUID, Supplier<List<ListedValue>>> lists = new LinkedHashMap<>();
    for (EnvironmentModel environment : environments) {
      UUID id = environment.getEnvironmentId();
      lists.put(id, add(reads, config, id));
    }
    return () -> new ConfigFlags(config, merge(lists));
  }

  private Supplier<List<ListedValue>> add(
      ConcurrentReads reads, ConfigModel config, UUID environmentId) {
    UUID configId = config.getConfigId();
    if (config.getEvaluationVersion() == EvaluationVersion.V1) {
      var list = reads.add(valuesV1.getSettingValues(configId, environmentId));
      return () ->
          list.body().getSettingValues().stream()
              .map(value -> ListedValue.of(config, value))
              .toList();
    }
    var list = reads.add(valuesV2.getSettingValuesV2(configId, environmentId));
    return () ->
        list.body().getSettingFormulas().stream()
            .map(value -> ListedValue.of(config, value))
            .toList();
  }

  /** A flag made or deleted in between is only in some of the lists. */
  private static List<ServedFlag> merge(Map<UUID, Supplier<List<ListedValue>>> lists) {
    Map<Integer, ServedFlag> flags = new LinkedHashMap<>();
    lists.forEach(
        (environmentId, values) -> {
          for (ListedValue value : values.get()) {
            flags
                .computeIfAbsent(
                    value.flag().getSettingId(),
                    absent -> new ServedFlag(value.flag(), new LinkedHashMap<>()))
                .served()
                .put(environmentId, value.served());
          }
        });
    return new ArrayList<>(flags.values());
  }
}
