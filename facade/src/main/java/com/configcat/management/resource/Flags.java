package com.configcat.management.resource;

import com.configcat.management.api.FlagsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.internal.client.FlagFactory;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.internal.flag.FlagInEnvironments;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.operations.FlagsOperations;
import com.configcat.management.targeting.FlagType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Feature flags and settings: the API's operations, finding by key, ensuring a desired state, and
 * operations on the values of several flags or Environments.
 *
 * <p>To read or write the value of one flag in one Environment, use {@link
 * com.configcat.management.flag.Flag}. Thread-safe.
 */
public final class Flags extends FlagsOperations
    implements Findable<SettingModel>, Ensurable<CreateSettingInitialValues, SettingModel> {
  private static final Finder<SettingModel> FINDER =
      new Finder<>(ResourceKind.FLAG, SettingModel::getKey, SettingModel::getSettingId);

  private final FlagsOperations tasks;
  private final ResourceEndpoints stores;
  private final FlagFactory handles;
  private final FlagInEnvironments inEnvironments;

  /**
   * Creates the resource; use {@code flags()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public Flags(ResourceContext context) {
    super(context.api(FlagsApi.class), context.runner());
    this.tasks = context.forTasks().operations(FlagsApi.class, FlagsOperations::new);
    this.stores = new ResourceEndpoints(context);
    this.handles = new FlagFactory(context);
    this.inEnvironments = handles.inEnvironments();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/configs/{configId}/settings}.
   */
  @Override
  public Optional<SettingModel> find(UUID configId, String key) {
    Preconditions.id(configId, "configId");
    Preconditions.lookupText(key, "key");
    return FINDER.one(tasks.list(configId), key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/configs/{configId}/settings}.
   */
  @Override
  public SettingModel require(UUID configId, String key) {
    Preconditions.id(configId, "configId");
    Preconditions.lookupText(key, "key");
    return FINDER.required(tasks.list(configId), key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/configs/{configId}/settings}.
   */
  @Override
  public List<SettingModel> findAll(UUID configId, Predicate<? super String> key) {
    Preconditions.id(configId, "configId");
    Preconditions.predicate(key);
    return FINDER.matching(tasks.list(configId), key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>If tags are set, they replace all tags of the flag. The type of an existing flag is
   * immutable, and its predefined variations cannot be changed by this method: if they differ,
   * nothing is written. Initial values are ignored if the flag exists. Calls {@code GET} and {@code
   * POST /v1/configs/{configId}/settings} and {@code PATCH /v1/settings/{settingId}}.
   */
  @Override
  public Ensured<SettingModel> ensure(UUID configId, CreateSettingInitialValues wanted) {
    Preconditions.id(configId, "configId");
    Preconditions.desiredState(wanted);
    return stores.flags(configId).run(wanted);
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call lists the flags. Each that differs takes one {@code PATCH
   * /v1/settings/{settingId}}, and each new one {@code POST /v1/configs/{configId}/settings}. Tags,
   * the type, predefined variations and initial values are treated as by {@link #ensure}.
   */
  @Override
  public EnsuredAll<CreateSettingInitialValues, SettingModel> ensureAll(
      UUID configId, Collection<? extends CreateSettingInitialValues> wanted) {
    Preconditions.id(configId, "configId");
    return stores
        .flags(configId)
        .runAll(Preconditions.<CreateSettingInitialValues>desiredStates(wanted));
  }

  /**
   * Adds Tags to a flag; its other Tags are kept.
   *
   * <p>Calls {@code GET} and {@code PATCH /v1/settings/{settingId}}; only the GET if the flag
   * already has all of them.
   *
   * @param settingId the id of the flag
   * @param tagIds the ids of Tags of the same Product, at least one
   * @return the current flag
   * @throws IllegalArgumentException if there is no Tag, or the id of a Tag is less than 1
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public SettingModel addTags(int settingId, long... tagIds) {
    Set<Long> wanted = Preconditions.tagIds(tagIds);
    SettingModel flag = tasks.get(settingId);
    wanted.removeAll(tags(flag));
    return wanted.isEmpty()
        ? flag
        : patch(
            settingId, wanted.stream().map(id -> JsonPatchOperation.add("/tags/-", id)).toList());
  }

  /**
   * Removes Tags from a flag; its other Tags are kept, and the Tags themselves are not deleted.
   *
   * <p>Calls {@code GET} and {@code PATCH /v1/settings/{settingId}}; only the GET if the flag has
   * none of them. The PATCH writes all remaining Tags: a Tag that somebody else adds between the
   * two calls is lost.
   *
   * @param settingId the id of the flag
   * @param tagIds the ids of Tags, at least one
   * @return the current flag
   * @throws IllegalArgumentException if there is no Tag, or the id of a Tag is less than 1
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public SettingModel removeTags(int settingId, long... tagIds) {
    Set<Long> unwanted = Preconditions.tagIds(tagIds);
    SettingModel flag = tasks.get(settingId);
    Set<Long> kept = tags(flag);
    return kept.removeAll(unwanted)
        ? patch(settingId, List.of(JsonPatchOperation.replace("/tags", List.copyOf(kept))))
        : flag;
  }

  /**
   * Reads a flag's value in all Environments.
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}, then {@code GET
   * /v1/environments/{environmentId}/settings/{settingId}/value}, or the same under {@code /v2},
   * for each Environment, up to 8 at the same time: with 5 Environments, 6 calls. Two more the
   * first time, {@code GET /v1/settings/{settingId}} and {@code GET /v1/configs/{configId}},
   * determine the evaluation version of the flag's Config.
   *
   * @param productId the id of the flag's Product
   * @param settingId the id of the flag
   * @return the values by Environment, in the Product's order; unmodifiable
   * @throws IllegalArgumentException if the id of the flag is less than 1
   * @throws com.configcat.management.error.ConfigCatException if a call fails; the other calls are
   *     then cancelled
   */
  public Map<EnvironmentModel, FlagValue> inAllEnvironments(UUID productId, int settingId) {
    Preconditions.id(productId, "productId");
    Preconditions.settingId(settingId);
    return inEnvironments.values(productId, settingId);
  }

  /**
   * Reads the values that a flag serves in all Environments when no rule applies, with the calls of
   * {@link #inAllEnvironments(UUID, int)}.
   *
   * @param <T> the Java type of a value
   * @param productId the id of the flag's Product
   * @param settingId the id of the flag
   * @param type the setting's type
   * @return the default values by Environment, in the Product's order; unmodifiable
   * @throws IllegalArgumentException if the setting has another type, or its id is less than 1
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public <T> Map<EnvironmentModel, T> defaultsInAllEnvironments(
      UUID productId, int settingId, FlagType<T> type) {
    Preconditions.value(type, "type", "give one such as FlagType.BOOLEAN");
    Preconditions.id(productId, "productId");
    Preconditions.settingId(settingId);
    return inEnvironments.defaults(productId, settingId, type);
  }

  /**
   * Compares the values of all flags of a V2 Config in two Environments, with two requests. Writes
   * nothing: apply the plan to copy the values.
   *
   * <p>The plan changes a flag only if it still has the value that was compared. Tags, integration
   * links and authorship are not copied.
   *
   * @param configId the id of a V2 Config
   * @param fromEnvironmentId the id of the source Environment
   * @param toEnvironmentId the id of the target Environment
   * @return a plan with the differences
   * @throws IllegalArgumentException if both are the same Environment
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public BulkPlan compare(UUID configId, UUID fromEnvironmentId, UUID toEnvironmentId) {
    Preconditions.id(configId, "configId");
    Preconditions.id(fromEnvironmentId, "fromEnvironmentId");
    Preconditions.id(toEnvironmentId, "toEnvironmentId");
    if (fromEnvironmentId.equals(toEnvironmentId)) {
      throw new IllegalArgumentException(
          "fromEnvironmentId and toEnvironmentId are the same: give two Environments");
    }
    return handles.compare(configId, fromEnvironmentId, toEnvironmentId);
  }

  /**
   * Creates an edit of the values of many flags of a Config, V1 or V2, in one Environment. Nothing
   * is sent before it is planned.
   *
   * @param configId the id of a Config
   * @param environmentId the id of the Environment
   * @return an edit of all flags of the Config
   */
  public BulkEdit bulkEdit(UUID configId, UUID environmentId) {
    Preconditions.id(configId, "configId");
    Preconditions.id(environmentId, "environmentId");
    return handles.bulkEdit(configId, environmentId);
  }

  /**
   * Creates a replacement of the values of many flags of a V2 Config in one Environment; their
   * targeting rules are deleted. Nothing is sent before it is planned.
   *
   * @param configId the id of a V2 Config
   * @param environmentId the id of the Environment
   * @return a replacement without values
   */
  public BulkReplacement<UpdateEvaluationFormulaModel> bulkReplacement(
      UUID configId, UUID environmentId) {
    Preconditions.id(configId, "configId");
    Preconditions.id(environmentId, "environmentId");
    return handles.bulkReplacement(configId, environmentId);
  }

  /**
   * Creates a replacement of the values of many flags of a V1 Config in one Environment; their
   * rules are deleted. Nothing is sent before it is planned.
   *
   * @param configId the id of a V1 Config
   * @param environmentId the id of the Environment
   * @return a replacement without values
   */
  public BulkReplacement<UpdateSettingValueModel> bulkReplacementV1(
      UUID configId, UUID environmentId) {
    Preconditions.id(configId, "configId");
    Preconditions.id(environmentId, "environmentId");
    return handles.bulkReplacementV1(configId, environmentId);
  }

  private static Set<Long> tags(SettingModel flag) {
    Set<Long> ids = new LinkedHashSet<>();
    flag.getTags().forEach(tag -> ids.add(tag.getTagId()));
    return ids;
  }
}
