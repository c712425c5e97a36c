package com.configcat.management.resource;

import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.api.FlagsApi;
import com.configcat.management.api.SettingValuesApi;
import com.configcat.management.api.SettingValuesV2Api;
import com.configcat.management.core.Ensured;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.flag.CopyPlan;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.internal.client.FlagFactory;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.internal.flag.ConfigValues;
import com.configcat.management.internal.flag.ValueCopy;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.operations.EnvironmentsOperations;
import com.configcat.management.operations.FlagsOperations;
import com.configcat.management.operations.SettingValuesOperations;
import com.configcat.management.operations.SettingValuesV2Operations;
import com.configcat.management.targeting.FlagType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Feature flags and settings: the operations of the API, finding by key, ensuring that one is as
 * wanted, and what concerns the values of several flags or Environments at once.
 *
 * <p>The value of one flag in one Environment is read and set by {@link
 * com.configcat.management.flag.Flag}. Safe for use by several threads.
 */
public final class Flags extends FlagsOperations
    implements Findable<SettingModel>, Ensurable<CreateSettingInitialValues, SettingModel> {
  private static final Finder<SettingModel> FINDER =
      new Finder<>(ResourceKind.FLAG, SettingModel::getKey, SettingModel::getSettingId);

  private final ResourceEndpoints stores;
  private final FlagFactory handles;
  private final EnvironmentsOperations environments;
  private final ConfigValues values;
  private final SettingValuesOperations valuesV1;
  private final SettingValuesV2Operations valuesV2;

  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public Flags(ResourceContext context) {
    super(context.api(FlagsApi.class), context.runner());
    this.stores = new ResourceEndpoints(context);
    this.handles = new FlagFactory(context);
    this.environments = context.operations(EnvironmentsApi.class, EnvironmentsOperations::new);
    this.values = new ConfigValues(context.api(SettingValueJsonApi.class), context.runner());
    this.valuesV1 = context.operations(SettingValuesApi.class, SettingValuesOperations::new);
    this.valuesV2 = context.operations(SettingValuesV2Api.class, SettingValuesV2Operations::new);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/configs/{configId}/settings}.
   */
  @Override
  public Optional<SettingModel> find(UUID configId, String key) {
    Arguments.id(configId, "configId");
    Arguments.text(key, "key");
    return FINDER.one(list(configId), key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/configs/{configId}/settings}.
   */
  @Override
  public SettingModel require(UUID configId, String key) {
    Arguments.id(configId, "configId");
    Arguments.text(key, "key");
    return FINDER.required(list(configId), key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/configs/{configId}/settings}.
   */
  @Override
  public List<SettingModel> findAll(UUID configId, Predicate<? super String> key) {
    Arguments.id(configId, "configId");
    Arguments.condition(key);
    return FINDER.matching(list(configId), key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The tags that are given are all that the flag shall have. Type and key of a flag cannot be
   * changed, and its predefined variations not by this: if those differ, nothing is written. Its
   * initial values are not looked at if there is one already. Calls {@code GET} and {@code POST
   * /v1/configs/{configId}/settings} and {@code PATCH /v1/settings/{settingId}}.
   */
  @Override
  public Ensured<SettingModel> ensure(UUID configId, CreateSettingInitialValues wanted) {
    Arguments.id(configId, "configId");
    Arguments.wanted(wanted);
    return stores.flags(configId).run(wanted);
  }

  /**
   * Adds Tags to a flag that does not have them; those it has stay.
   *
   * <p>Calls {@code GET} and {@code PATCH /v1/settings/{settingId}}; only the former if it has them
   * all.
   *
   * @param settingId of which flag
   * @param tagIds ids of Tags of its Product, at least one
   * @return the flag as it is now
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public SettingModel addTags(int settingId, long... tagIds) {
    Set<Long> wanted = Arguments.tags(tagIds);
    SettingModel flag = get(settingId);
    wanted.removeAll(tags(flag));
    return wanted.isEmpty()
        ? flag
        : patch(
            settingId, wanted.stream().map(id -> JsonPatchOperation.add("/tags/-", id)).toList());
  }

  /**
   * Takes Tags away from a flag that has them; the others stay, and so do the Tags themselves.
   *
   * <p>Calls {@code GET} and {@code PATCH /v1/settings/{settingId}}; only the former if it has none
   * of them. What is written is all that stays: a Tag that somebody else adds in between is lost.
   *
   * @param settingId of which flag
   * @param tagIds ids of Tags, at least one
   * @return the flag as it is now
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public SettingModel removeTags(int settingId, long... tagIds) {
    Set<Long> unwanted = Arguments.tags(tagIds);
    SettingModel flag = get(settingId);
    Set<Long> kept = tags(flag);
    return kept.removeAll(unwanted)
        ? patch(settingId, List.of(JsonPatchOperation.replace("/tags", List.copyOf(kept))))
        : flag;
  }

  /**
   * Reads a flag's value in all Environments: one call for the list of Environments, one for each
   * of them, and at most two to find out the evaluation version of the flag's Config.
   *
   * @param productId the Product of the flag
   * @param settingId the flag
   * @return the value in each Environment, in the Product's order; unmodifiable
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public Map<EnvironmentModel, FlagValue> inAllEnvironments(UUID productId, int settingId) {
    Arguments.id(productId, "productId");
    Arguments.settingId(settingId);
    Map<EnvironmentModel, FlagValue> all = new LinkedHashMap<>();
    for (EnvironmentModel environment : environments.list(productId)) {
      all.put(environment, handles.flag(environment.getEnvironmentId(), settingId).get());
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * Reads what a flag serves in all Environments when no rule applies; see {@link
   * #inAllEnvironments(UUID, int)}.
   *
   * @param <T> what a value is in Java
   * @param productId the Product of the flag
   * @param settingId the flag
   * @param type the setting's type
   * @return the default in each Environment, in the Product's order; unmodifiable
   * @throws IllegalArgumentException if the setting is of another type
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public <T> Map<EnvironmentModel, T> defaultsInAllEnvironments(
      UUID productId, int settingId, FlagType<T> type) {
    Preconditions.value(type, "type", "give one such as FlagType.BOOLEAN");
    Map<EnvironmentModel, T> all = new LinkedHashMap<>();
    inAllEnvironments(productId, settingId)
        .forEach((environment, value) -> all.put(environment, value.defaultValue(type)));
    return Collections.unmodifiableMap(all);
  }

  /**
   * Compares what the flags of a V2 Config serve in two Environments. Reads both lists of values,
   * and writes nothing: print the plan, and apply it to copy.
   *
   * @param configId a V2 Config
   * @param fromEnvironmentId the Environment to copy from
   * @param toEnvironmentId the Environment to copy to
   * @return what differs
   * @throws IllegalArgumentException if both are the same Environment
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public CopyPlan compare(UUID configId, UUID fromEnvironmentId, UUID toEnvironmentId) {
    Arguments.id(configId, "configId");
    Arguments.id(fromEnvironmentId, "fromEnvironmentId");
    Arguments.id(toEnvironmentId, "toEnvironmentId");
    if (fromEnvironmentId.equals(toEnvironmentId)) {
      throw new IllegalArgumentException(
          "fromEnvironmentId and toEnvironmentId are the same: give two Environments");
    }
    return ValueCopy.compare(values, configId, fromEnvironmentId, toEnvironmentId);
  }

  /**
   * Starts to replace the values of many flags of a V2 Config in one Environment: their targeting
   * rules are deleted. Nothing is sent yet.
   *
   * @param configId a V2 Config
   * @param environmentId the Environment
   * @return a replacement that contains no values yet
   */
  public BulkReplacement<UpdateEvaluationFormulaModel> bulkReplacement(
      UUID configId, UUID environmentId) {
    return BulkReplacement.of(valuesV2, configId, environmentId);
  }

  /**
   * Starts to replace the values of many flags of a V1 Config in one Environment: their rules are
   * deleted. Nothing is sent yet.
   *
   * @param configId a V1 Config
   * @param environmentId the Environment
   * @return a replacement that contains no values yet
   */
  public BulkReplacement<UpdateSettingValueModel> bulkReplacementV1(
      UUID configId, UUID environmentId) {
    return BulkReplacement.of(valuesV1, configId, environmentId);
  }

  private static Set<Long> tags(SettingModel flag) {
    Set<Long> ids = new LinkedHashSet<>();
    List<TagModel> tags = flag.getTags();
    if (tags != null) {
      tags.forEach(tag -> ids.add(tag.getTagId()));
    }
    return ids;
  }
}
