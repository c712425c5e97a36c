package com.configcat.management.resource;

import com.configcat.management.api.ProductsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.OrganizationModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.operations.ProductsOperations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Products: the operations of the API, finding by name, having one as wanted, and all that is in
 * one as a tree.
 *
 * <p>Safe for use by several threads.
 */
public final class Products extends ProductsOperations
    implements Findable<ProductModel>, Ensurable<CreateProductRequest, ProductModel> {
  private static final Finder<ProductModel> FINDER =
      new Finder<>(ResourceKind.PRODUCT, ProductModel::getName, ProductModel::getProductId);

  private final ResourceContext context;
  private final ResourceEndpoints stores;

  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public Products(ResourceContext context) {
    super(context.api(ProductsApi.class), context.runner());
    this.context = context;
    this.stores = new ResourceEndpoints(context);
  }

  /**
   * Looks for the Product of a name in all Organizations that the credentials reach.
   *
   * <p>Names are compared exactly. Calls {@code GET /v1/products}.
   *
   * @param name its name
   * @return nothing if there is none
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name; it
   *     says their ids
   */
  public Optional<ProductModel> find(String name) {
    Arguments.text(name, "name");
    return FINDER.one(list(), name);
  }

  /**
   * Looks for the Product of a name, which has to be there, in all Organizations that the
   * credentials reach.
   *
   * <p>Names are compared exactly. Calls {@code GET /v1/products}.
   *
   * @param name its name
   * @return the Product
   * @throws com.configcat.management.error.NoMatchException if there is none; it says what is
   *     nearly called like that
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name; it
   *     says their ids
   */
  public ProductModel require(String name) {
    Arguments.text(name, "name");
    return FINDER.required(list(), name);
  }

  /**
   * Looks for all Products whose names fulfil a condition, in all Organizations that the
   * credentials reach.
   *
   * <p>Calls {@code GET /v1/products}.
   *
   * @param name is given names
   * @return as the service orders them; empty if there is none
   */
  public List<ProductModel> findAll(Predicate<? super String> name) {
    Arguments.condition(name);
    return FINDER.matching(list(), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products}.
   */
  @Override
  public Optional<ProductModel> find(UUID organizationId, String name) {
    Arguments.id(organizationId, "organizationId");
    Arguments.text(name, "name");
    return FINDER.one(listOf(organizationId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products}.
   */
  @Override
  public ProductModel require(UUID organizationId, String name) {
    Arguments.id(organizationId, "organizationId");
    Arguments.text(name, "name");
    return FINDER.required(listOf(organizationId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products}.
   */
  @Override
  public List<ProductModel> findAll(UUID organizationId, Predicate<? super String> name) {
    Arguments.id(organizationId, "organizationId");
    Arguments.condition(name);
    return FINDER.matching(listOf(organizationId), name);
  }

  private List<ProductModel> listOf(UUID organizationId) {
    return list().stream().filter(product -> isOf(product, organizationId)).toList();
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
    Arguments.id(organizationId, "organizationId");
    Arguments.wanted(wanted);
    return stores.products(organizationId).run(wanted);
  }

  /**
   * Reads what is in a Product: its Environments, its Configs, and their flags with their types.
   *
   * <p>Calls {@code GET /v1/products/{productId}}, {@code GET /v1/products/{productId}/configs} and
   * {@code GET /v1/products/{productId}/environments} once, and {@code GET
   * /v1/configs/{configId}/settings} for each Config.
   *
   * @param productId the Product
   * @return the tree, which prints as indented lines
   */
  public ProductTree tree(UUID productId) {
    Arguments.id(productId, "productId");
    return new TreeReader(context, false).read(productId);
  }

  /**
   * Reads what is in a Product, as {@link #tree} does, and what its flags serve by default in each
   * Environment.
   *
   * <p>Beside the calls of {@link #tree}, it calls {@code GET
   * /v1/configs/{configId}/environments/{environmentId}/values}, or the same of V2, for each Config
   * that has flags and each Environment.
   *
   * @param productId the Product
   * @return the tree, which prints as indented lines
   */
  public ProductTree treeWithValues(UUID productId) {
    Arguments.id(productId, "productId");
    return new TreeReader(context, true).read(productId);
  }
}
