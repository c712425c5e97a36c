package com.configcat.management.resource;

import com.configcat.management.api.FlagsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.operations.FlagsOperations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Feature flags and settings, without their values: the operations of the API, finding by key, and
 * having one as wanted.
 *
 * <p>Safe for use by several threads.
 */
public final class Flags extends FlagsOperations
    implements Findable<SettingModel>, Ensurable<CreateSettingInitialValues, SettingModel> {
  private static final Finder<SettingModel> FINDER =
      new Finder<>(ResourceKind.FLAG, SettingModel::getKey, SettingModel::getSettingId);

  private final ResourceEndpoints stores;

  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public Flags(ResourceContext context) {
    super(context.api(FlagsApi.class), context.runner());
    this.stores = new ResourceEndpoints(context);
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

  private static Set<Long> tags(SettingModel flag) {
    Set<Long> ids = new LinkedHashSet<>();
    List<TagModel> tags = flag.getTags();
    if (tags != null) {
      tags.forEach(tag -> ids.add(tag.getTagId()));
    }
    return ids;
  }
}
