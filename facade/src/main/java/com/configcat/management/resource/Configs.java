package com.configcat.management.resource;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.operations.ConfigsOperations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Configs: the API's operations, finding by name, ensuring a desired state, and reading a Config's
 * flags as a table.
 *
 * <p>Thread-safe.
 */
public final class Configs extends ConfigsOperations
    implements Findable<ConfigModel>, Ensurable<CreateConfigRequest, ConfigModel> {
  private static final Finder<ConfigModel> FINDER =
      new Finder<>(ResourceKind.CONFIG, ConfigModel::getName, ConfigModel::getConfigId);

  private final ResourceContext context;
  private final ConfigsOperations tasks;
  private final ResourceEndpoints stores;

  /**
   * Creates the resource; use {@code configs()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public Configs(ResourceContext context) {
    super(context.api(ConfigsApi.class), context.runner());
    this.context = context;
    this.tasks = context.forTasks().operations(ConfigsApi.class, ConfigsOperations::new);
    this.stores = new ResourceEndpoints(context);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/configs}.
   */
  @Override
  public Optional<ConfigModel> find(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.one(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/configs}.
   */
  @Override
  public ConfigModel require(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.required(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/configs}.
   */
  @Override
  public List<ConfigModel> findAll(UUID productId, Predicate<? super String> name) {
    Preconditions.id(productId, "productId");
    Preconditions.predicate(name);
    return FINDER.matching(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The evaluation version of a Config is immutable. Calls {@code GET} and {@code POST
   * /v1/products/{productId}/configs} and {@code PUT /v1/configs/{configId}}.
   */
  @Override
  public Ensured<ConfigModel> ensure(UUID productId, CreateConfigRequest wanted) {
    Preconditions.id(productId, "productId");
    Preconditions.desiredState(wanted);
    return stores.configs(productId).run(wanted);
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call lists the Configs. Each that differs takes one {@code PUT /v1/configs/{configId}},
   * and each new one {@code POST /v1/products/{productId}/configs}.
   */
  @Override
  public EnsuredAll<CreateConfigRequest, ConfigModel> ensureAll(
      UUID productId, Collection<? extends CreateConfigRequest> wanted) {
    Preconditions.id(productId, "productId");
    return stores
        .configs(productId)
        .runAll(Preconditions.<CreateConfigRequest>desiredStates(wanted));
  }

  /**
   * Reads a table of the flags of a Config by Environments: what each serves by default, whether it
   * has rules, whether Environments differ, and where it is stale.
   *
   * <p>Calls {@code GET /v1/configs/{configId}}, then {@code GET
   * /v1/products/{productId}/environments} and {@code GET /v1/products/{productId}/staleflags} at
   * the same time, then {@code GET /v1/configs/{configId}/environments/{environmentId}/values}, or
   * the same under {@code /v2}, for each Environment, up to 8 at the same time: with 5
   * Environments, 8 calls, however many flags there are. Calls {@code GET
   * /v1/configs/{configId}/settings} instead if there is no Environment, or the evaluation version
   * of the Config is unknown to this client.
   *
   * @param configId the id of the Config
   * @return the table; with empty cells if the evaluation version is unknown to this client
   * @throws com.configcat.management.error.ConfigCatException if a call fails; the other calls are
   *     then cancelled
   */
  public FlagTable flagTable(UUID configId) {
    Preconditions.id(configId, "configId");
    return new FlagTableReader(context.forTasks()).ofConfig(configId);
  }
}
