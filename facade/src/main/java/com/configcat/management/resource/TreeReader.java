package com.configcat.management.resource;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.api.FlagsApi;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.api.SettingValuesApi;
import com.configcat.management.api.SettingValuesV2Api;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.ConfigSettingFormulaModel;
import com.configcat.management.model.ConfigSettingValueModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.PredefinedVariationModel;
import com.configcat.management.model.PredefinedVariationValueModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.ValueModel;
import com.configcat.management.operations.ConfigsOperations;
import com.configcat.management.operations.EnvironmentsOperations;
import com.configcat.management.operations.FlagsOperations;
import com.configcat.management.operations.ProductsOperations;
import com.configcat.management.operations.SettingValuesOperations;
import com.configcat.management.operations.SettingValuesV2Operations;
import com.configcat.management.resource.ProductTree.ConfigNode;
import com.configcat.management.resource.ProductTree.FlagNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ProductTree} with one request per list. */
final class TreeReader {
  private final ProductsOperations products;
  private final EnvironmentsOperations environments;
  private final ConfigsOperations configs;
  private final FlagsOperations flags;
  private final SettingValuesOperations valuesV1;
  private final SettingValuesV2Operations valuesV2;
  private final boolean withValues;

  TreeReader(ResourceContext client, boolean withValues) {
    ResourceContext context = client.forTasks();
    this.products = context.operations(ProductsApi.class, ProductsOperations::new);
    this.environments = context.operations(EnvironmentsApi.class, EnvironmentsOperations::new);
    this.configs = context.operations(ConfigsApi.class, ConfigsOperations::new);
    this.flags = context.operations(FlagsApi.class, FlagsOperations::new);
    this.valuesV1 = context.operations(SettingValuesApi.class, SettingValuesOperations::new);
    this.valuesV2 = context.operations(SettingValuesV2Api.class, SettingValuesV2Operations::new);
    this.withValues = withValues;
  }

  ProductTree read(UUID productId) {
    var product = products.get(productId);
    List<EnvironmentModel> environments = this.environments.list(productId);
    List<ConfigNode> configs = new ArrayList<>();
    for (ConfigModel config : this.configs.list(productId)) {
      configs.add(config(config, environments));
    }
    return new ProductTree(product, environments, configs);
  }

  private ConfigNode config(ConfigModel config, List<EnvironmentModel> environments) {
    List<SettingModel> flags = this.flags.list(config.getConfigId());
    Map<Integer, Map<UUID, SettingValue>> values = new HashMap<>();
    if (withValues && !flags.isEmpty()) {
      Map<Integer, SettingModel> byId = new HashMap<>();
      flags.forEach(flag -> byId.put(flag.getSettingId(), flag));
      for (EnvironmentModel environment : environments) {
        UUID environmentId = environment.getEnvironmentId();
        read(
            config,
            environmentId,
            byId,
            (settingId, value) ->
                values
                    .computeIfAbsent(settingId, none -> new LinkedHashMap<>())
                    .put(environmentId, value));
      }
    }
    return new ConfigNode(
        config,
        flags.stream()
            .map(flag -> new FlagNode(flag, values.getOrDefault(flag.getSettingId(), Map.of())))
            .toList());
  }

  private void read(
      ConfigModel config,
      UUID environmentId,
      Map<Integer, SettingModel> flags,
      BiConsumer<Integer, SettingValue> found) {
    if (config.getEvaluationVersion() == EvaluationVersion.V1) {
      for (ConfigSettingValueModel one :
          valuesV1.list(config.getConfigId(), environmentId).getSettingValues()) {
        found.accept(one.getSetting().getSettingId(), one.getValue());
      }
    } else if (config.getEvaluationVersion() == EvaluationVersion.V2) {
      for (ConfigSettingFormulaModel one :
          valuesV2.list(config.getConfigId(), environmentId).getSettingFormulas()) {
        Integer settingId = one.getSetting().getSettingId();
        SettingValue value = value(one.getDefaultValue(), flags.get(settingId));
        if (value != null) {
          found.accept(settingId, value);
        }
      }
    }
  }

  private static @Nullable SettingValue value(ValueModel model, @Nullable SettingModel flag) {
    @Nullable PredefinedVariationValueModel variation =
        flag == null ? null : variation(flag, model.getPredefinedVariationId());
    return variation == null
        ? value(
            model.getBoolValue(),
            model.getStringValue(),
            model.getIntValue(),
            model.getDoubleValue())
        : value(
            variation.getBoolValue(),
            variation.getStringValue(),
            variation.getIntValue(),
            variation.getDoubleValue());
  }

  private static @Nullable PredefinedVariationValueModel variation(
      SettingModel flag, @Nullable UUID id) {
    @Nullable List<PredefinedVariationModel> variations = flag.getPredefinedVariations();
    return id == null || variations == null
        ? null
        : variations.stream()
            .filter(each -> id.equals(each.getPredefinedVariationId()))
            .map(PredefinedVariationModel::getValue)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable SettingValue value(
      @Nullable Boolean truth,
      @Nullable String text,
      @Nullable Integer whole,
      @Nullable Double decimal) {
    if (truth != null) {
      return SettingValue.of(truth);
    }
    if (text != null) {
      return SettingValue.of(text);
    }
    if (whole != null) {
      return SettingValue.of(whole);
    }
    return decimal == null ? null : SettingValue.of(decimal);
  }
}
