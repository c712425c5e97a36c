package com.configcat.management.resource;

import com.configcat.management.api.TagsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.operations.TagsOperations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Tags: the API's operations, finding by name, and ensuring a desired state.
 *
 * <p>Thread-safe.
 */
public final class Tags extends TagsOperations
    implements Findable<TagModel>, Ensurable<CreateTagModel, TagModel> {
  private static final Finder<TagModel> FINDER =
      new Finder<>(ResourceKind.TAG, TagModel::getName, TagModel::getTagId);

  private final TagsOperations tasks;
  private final ResourceEndpoints stores;

  /**
   * Creates the resource; use {@code tags()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public Tags(ResourceContext context) {
    super(context.api(TagsApi.class), context.runner());
    this.tasks = context.forTasks().operations(TagsApi.class, TagsOperations::new);
    this.stores = new ResourceEndpoints(context);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/tags}.
   */
  @Override
  public Optional<TagModel> find(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.one(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/tags}.
   */
  @Override
  public TagModel require(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.required(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/tags}.
   */
  @Override
  public List<TagModel> findAll(UUID productId, Predicate<? super String> name) {
    Preconditions.id(productId, "productId");
    Preconditions.predicate(name);
    return FINDER.matching(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET} and {@code POST /v1/products/{productId}/tags} and {@code PUT
   * /v1/tags/{tagId}}.
   */
  @Override
  public Ensured<TagModel> ensure(UUID productId, CreateTagModel wanted) {
    Preconditions.id(productId, "productId");
    Preconditions.desiredState(wanted);
    return stores.tags(productId).run(wanted);
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call lists the Tags. Each that differs takes one {@code PUT /v1/tags/{tagId}}, and each
   * new one {@code POST /v1/products/{productId}/tags}.
   */
  @Override
  public EnsuredAll<CreateTagModel, TagModel> ensureAll(
      UUID productId, Collection<? extends CreateTagModel> wanted) {
    Preconditions.id(productId, "productId");
    return stores.tags(productId).runAll(Preconditions.<CreateTagModel>desiredStates(wanted));
  }
}
