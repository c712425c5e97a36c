package com.configcat.management.resource;

import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.operations.EnvironmentsOperations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Environments: the API's operations, finding by name, and ensuring a desired state.
 *
 * <p>Thread-safe.
 */
public final class Environments extends EnvironmentsOperations
    implements Findable<EnvironmentModel>, Ensurable<CreateEnvironmentModel, EnvironmentModel> {
  private static final Finder<EnvironmentModel> FINDER =
      new Finder<>(
          ResourceKind.ENVIRONMENT, EnvironmentModel::getName, EnvironmentModel::getEnvironmentId);

  private final EnvironmentsOperations tasks;
  private final ResourceEndpoints stores;

  /**
   * Creates the resource; use {@code environments()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public Environments(ResourceContext context) {
    super(context.api(EnvironmentsApi.class), context.runner());
    this.tasks = context.forTasks().operations(EnvironmentsApi.class, EnvironmentsOperations::new);
    this.stores = new ResourceEndpoints(context);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}.
   */
  @Override
  public Optional<EnvironmentModel> find(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.one(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}.
   */
  @Override
  public EnvironmentModel require(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.required(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}.
   */
  @Override
  public List<EnvironmentModel> findAll(UUID productId, Predicate<? super String> name) {
    Preconditions.id(productId, "productId");
    Preconditions.predicate(name);
    return FINDER.matching(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET} and {@code POST /v1/products/{productId}/environments} and {@code PUT
   * /v1/environments/{environmentId}}.
   */
  @Override
  public Ensured<EnvironmentModel> ensure(UUID productId, CreateEnvironmentModel wanted) {
    Preconditions.id(productId, "productId");
    Preconditions.desiredState(wanted);
    return stores.environments(productId).run(wanted);
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call lists the Environments. Each that differs takes one {@code PUT
   * /v1/environments/{environmentId}}, and each new one {@code POST
   * /v1/products/{productId}/environments}.
   */
  @Override
  public EnsuredAll<CreateEnvironmentModel, EnvironmentModel> ensureAll(
      UUID productId, Collection<? extends CreateEnvironmentModel> wanted) {
    Preconditions.id(productId, "productId");
    return stores
        .environments(productId)
        .runAll(Preconditions.<CreateEnvironmentModel>desiredStates(wanted));
  }
}
