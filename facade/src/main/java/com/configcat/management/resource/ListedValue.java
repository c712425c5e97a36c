package com.configcat.management.resource;

import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.ConfigSettingFormulaModel;
import com.configcat.management.model.ConfigSettingValueModel;
import com.configcat.management.model.PredefinedVariationModel;
import com.configcat.management.model.PredefinedVariationValueModel;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingTagModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.TagModel;
import com.configcat.management.model.ValueModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flag and what it serves, from the list of a Config's values in an Environment. */
record ListedValue(SettingModel flag, ServedInEnvironment served) {
  static ListedValue of(ConfigModel config, ConfigSettingValueModel listed) {
    SettingDataModel setting = listed.getSetting();
    SettingModel flag =
        flag(config, listed.getSettingTags())
            .settingId(setting.getSettingId())
            .key(setting.getKey())
            .name(setting.getName())
            .hint(setting.getHint())
            .settingType(setting.getSettingType())
            .isJson(setting.getIsJson())
            .order(setting.getOrder())
            .createdAt(setting.getCreatedAt())
            .predefinedVariations(List.of())
            .build();
    boolean hasRules =
        !listed.getRolloutRules().isEmpty() || !listed.getRolloutPercentageItems().isEmpty();
    List<?> content =
        List.of(listed.getValue(), listed.getRolloutRules(), listed.getRolloutPercentageItems());
    return new ListedValue(flag, new ServedInEnvironment(listed.getValue(), hasRules, content));
  }

  static ListedValue of(ConfigModel config, ConfigSettingFormulaModel listed) {
    SettingDataV2Model setting = listed.getSetting();
    SettingModel flag =
        flag(config, listed.getSettingTags())
            .settingId(setting.getSettingId())
            .key(setting.getKey())
            .name(setting.getName())
            .hint(setting.getHint())
            .settingType(setting.getSettingType())
            .isJson(setting.getIsJson())
            .order(setting.getOrder())
            .createdAt(setting.getCreatedAt())
            .predefinedVariations(setting.getPredefinedVariations())
            .build();
    boolean hasRules = !listed.getTargetingRules().isEmpty();
    List<?> content =
        Arrays.asList(
            listed.getDefaultValue(),
            listed.getTargetingRules(),
            // Only percentage options depend on it.
            hasRules ? listed.getPercentageEvaluationAttribute() : null);
    return new ListedValue(
        flag, new ServedInEnvironment(value(listed.getDefaultValue(), flag), hasRules, content));
  }

  private static SettingModel.Builder flag(
      ConfigModel config, @Nullable List<SettingTagModel> tags) {
    List<TagModel> all =
        tags == null
            ? List.of()
            : tags.stream()
                .map(
                    tag ->
                        TagModel.builder()
                            .product(config.getProduct())
                            .tagId(tag.getTagId())
                            .name(tag.getName())
                            .color(tag.getColor())
                            .build())
                .toList();
    return SettingModel.builder()
        .configId(config.getConfigId())
        .configName(config.getName())
        .tags(all);
  }

  private static @Nullable SettingValue value(ValueModel model, SettingModel flag) {
    @Nullable PredefinedVariationValueModel variation =
        variation(flag, model.getPredefinedVariationId());
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
