package com.configcat.management.resource;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.internal.ensure.Stores;
import com.configcat.management.internal.find.Finder;
import com.configcat.management.internal.find.Kind;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.EnvironmentsOperations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Environments: the operations of the API, finding by name, and having one as wanted.
 *
 * <p>Safe for use by several threads.
 */
public final class Environments extends EnvironmentsOperations
    implements Findable<EnvironmentModel>, Ensurable<CreateEnvironmentModel, EnvironmentModel> {
  private static final Finder<EnvironmentModel> FINDER =
      new Finder<>(Kind.ENVIRONMENT, EnvironmentModel::getName, EnvironmentModel::getEnvironmentId);

  private final Stores stores;

  /**
   * Makes the resource.
   *
   * @param configcat where the calls come from
   * @param runner runs them
   */
  public Environments(ConfigCatManagementClient configcat, CallRunner runner) {
    super(Arguments.client(configcat).api(EnvironmentsApi.class), Arguments.runner(runner));
    this.stores = new Stores(configcat, runner);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}.
   */
  @Override
  public Optional<EnvironmentModel> find(UUID productId, String name) {
    Arguments.id(productId, "productId");
    Arguments.text(name, "name");
    return FINDER.one(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}.
   */
  @Override
  public EnvironmentModel require(UUID productId, String name) {
    Arguments.id(productId, "productId");
    Arguments.text(name, "name");
    return FINDER.required(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}.
   */
  @Override
  public List<EnvironmentModel> findAll(UUID productId, Predicate<? super String> name) {
    Arguments.id(productId, "productId");
    Arguments.condition(name);
    return FINDER.matching(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET} and {@code POST /v1/products/{productId}/environments} and {@code PUT
   * /v1/environments/{environmentId}}.
   */
  @Override
  public Ensured<EnvironmentModel> ensure(UUID productId, CreateEnvironmentModel wanted) {
    Arguments.id(productId, "productId");
    Arguments.wanted(wanted);
    return stores.environments(productId).run(wanted);
  }
}
