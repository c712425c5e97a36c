package com.configcat.management.resource;

import com.configcat.management.api.ProductsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.OrganizationModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.operations.ProductsOperations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Products: the API's operations, finding by name, ensuring a desired state, and reading a
 * Product's contents as a tree or its flags as a table.
 *
 * <p>Thread-safe.
 */
public final class Products extends ProductsOperations
    implements Findable<ProductModel>, Ensurable<CreateProductRequest, ProductModel> {
  private static final Finder<ProductModel> FINDER =
      new Finder<>(ResourceKind.PRODUCT, ProductModel::getName, ProductModel::getProductId);

  private final ResourceContext context;
  private final ProductsOperations tasks;
  private final ResourceEndpoints stores;

  /**
   * Creates the resource; use {@code products()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public Products(ResourceContext context) {
    super(context.api(ProductsApi.class), context.runner());
    this.context = context;
    this.tasks = context.forTasks().operations(ProductsApi.class, ProductsOperations::new);
    this.stores = new ResourceEndpoints(context);
  }

  /**
   * Finds the Product with a given name in all organizations that the credentials can access.
   *
   * <p>Names are compared exactly. Calls {@code GET /v1/products}.
   *
   * @param name the name
   * @return empty if there is none
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name;
   *     contains their ids
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   * @throws IllegalArgumentException if the name is blank or has control characters
   */
  public Optional<ProductModel> find(String name) {
    Preconditions.lookupText(name, "name");
    return FINDER.one(tasks.list(), name);
  }

  /**
   * Returns the Product with a given name, from all organizations that the credentials can access.
   *
   * <p>Names are compared exactly. Calls {@code GET /v1/products}.
   *
   * @param name the name
   * @return the Product
   * @throws com.configcat.management.error.NoMatchException if there is none; suggests similar
   *     names
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name;
   *     contains their ids
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   * @throws IllegalArgumentException if the name is blank or has control characters
   */
  public ProductModel require(String name) {
    Preconditions.lookupText(name, "name");
    return FINDER.required(tasks.list(), name);
  }

  /**
   * Finds all Products whose names match a predicate, in all organizations that the credentials can
   * access.
   *
   * <p>Calls {@code GET /v1/products}.
   *
   * @param name receives names
   * @return the matches in the service's order; empty if there are none
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   */
  public List<ProductModel> findAll(Predicate<? super String> name) {
    Preconditions.predicate(name);
    return FINDER.matching(tasks.list(), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products}.
   */
  @Override
  public Optional<ProductModel> find(UUID organizationId, String name) {
    Preconditions.id(organizationId, "organizationId");
    Preconditions.lookupText(name, "name");
    return FINDER.one(listOf(organizationId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products}.
   */
  @Override
  public ProductModel require(UUID organizationId, String name) {
    Preconditions.id(organizationId, "organizationId");
    Preconditions.lookupText(name, "name");
    return FINDER.required(listOf(organizationId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products}.
   */
  @Override
  public List<ProductModel> findAll(UUID organizationId, Predicate<? super String> name) {
    Preconditions.id(organizationId, "organizationId");
    Preconditions.predicate(name);
    return FINDER.matching(listOf(organizationId), name);
  }

  private List<ProductModel> listOf(UUID organizationId) {
    return tasks.list().stream().filter(product -> isOf(product, organizationId)).toList();
  }

  private static boolean isOf(ProductModel product, UUID organizationId) {
    OrganizationModel organization = product.getOrganization();
    return organization != null && organizationId.equals(organization.getOrganizationId());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products}, {@code POST /v1/organizations/{organizationId}/products} and
   * {@code PUT /v1/products/{productId}}.
   */
  @Override
  public Ensured<ProductModel> ensure(UUID organizationId, CreateProductRequest wanted) {
    Preconditions.id(organizationId, "organizationId");
    Preconditions.desiredState(wanted);
    return stores.products(organizationId).run(wanted);
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call lists the Products. Each that differs takes one {@code PUT
   * /v1/products/{productId}}, and each new one {@code POST
   * /v1/organizations/{organizationId}/products}.
   */
  @Override
  public EnsuredAll<CreateProductRequest, ProductModel> ensureAll(
      UUID organizationId, Collection<? extends CreateProductRequest> wanted) {
    Preconditions.id(organizationId, "organizationId");
    return stores
        .products(organizationId)
        .runAll(Preconditions.<CreateProductRequest>desiredStates(wanted));
  }

  /**
   * Reads the contents of a Product: its Environments, its Configs, and their flags.
   *
   * <p>Calls {@code GET /v1/products/{productId}}, {@code GET /v1/products/{productId}/configs} and
   * {@code GET /v1/products/{productId}/environments} at the same time, then {@code GET
   * /v1/configs/{configId}/settings} for each Config, up to 8 at the same time: with 20 Configs, 23
   * calls.
   *
   * @param productId the id of the Product
   * @return the tree
   * @throws com.configcat.management.error.ConfigCatException if a call fails; the other calls are
   *     then cancelled
   */
  public ProductTree tree(UUID productId) {
    Preconditions.id(productId, "productId");
    return new TreeReader(context.forTasks()).read(productId, false);
  }

  /**
   * Reads the contents of a Product like {@link #tree}, and the default value of each flag in each
   * Environment.
   *
   * <p>Calls {@code GET /v1/products/{productId}}, {@code GET /v1/products/{productId}/configs} and
   * {@code GET /v1/products/{productId}/environments} at the same time, then {@code GET
   * /v1/configs/{configId}/environments/{environmentId}/values}, or the same under {@code /v2}, for
   * each Config and Environment, up to 8 of each at the same time: with 20 Configs and 5
   * Environments, 103 calls, however many flags there are. Calls {@code GET
   * /v1/configs/{configId}/settings} instead if there is no Environment, or the evaluation version
   * of the Config is unknown to this client.
   *
   * @param productId the id of the Product
   * @return the tree; without values for Configs of an evaluation version unknown to this client
   * @throws com.configcat.management.error.ConfigCatException if a call fails; the other calls are
   *     then cancelled
   */
  public ProductTree treeWithValues(UUID productId) {
    Preconditions.id(productId, "productId");
    return new TreeReader(context.forTasks()).read(productId, true);
  }

  /**
   * Reads a table of all flags of a Product by Environments: what each serves by default, whether
   * it has rules, whether Environments differ, and where it is stale.
   *
   * <p>Calls {@code GET /v1/products/{productId}/environments}, {@code GET
   * /v1/products/{productId}/configs} and {@code GET /v1/products/{productId}/staleflags} at the
   * same time, then {@code GET /v1/configs/{configId}/environments/{environmentId}/values}, or the
   * same under {@code /v2}, for each Config and Environment, up to 8 of each at the same time: with
   * 20 Configs and 5 Environments, 103 calls, however many flags there are. Calls {@code GET
   * /v1/configs/{configId}/settings} instead if there is no Environment, or the evaluation version
   * of the Config is unknown to this client.
   *
   * @param productId the id of the Product
   * @return the table; with empty cells for Configs of an evaluation version unknown to this client
   * @throws com.configcat.management.error.ConfigCatException if a call fails; the other calls are
   *     then cancelled
   */
  public FlagTable flagTable(UUID productId) {
    Preconditions.id(productId, "productId");
    return new FlagTableReader(context.forTasks()).ofProduct(productId);
  }
}
