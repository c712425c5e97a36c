package com.configcat.management.resource;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.FlagsApi;
import com.configcat.management.internal.ensure.Stores;
import com.configcat.management.internal.find.Finder;
import com.configcat.management.internal.find.Kind;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.SettingModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.FlagsOperations;
import java.util.List;
import java.util.Optional;
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
      new Finder<>(Kind.FLAG, SettingModel::getKey, SettingModel::getSettingId);

  private final Stores stores;

  /**
   * Makes the resource.
   *
   * @param configcat where the calls come from
   * @param runner runs them
   */
  public Flags(ConfigCatManagementClient configcat, CallRunner runner) {
    super(Arguments.client(configcat).api(FlagsApi.class), Arguments.runner(runner));
    this.stores = new Stores(configcat, runner);
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
}
