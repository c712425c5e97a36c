package com.configcat.management.resource;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.TagsApi;
import com.configcat.management.internal.ensure.Stores;
import com.configcat.management.internal.find.Finder;
import com.configcat.management.internal.find.Kind;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.TagsOperations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Tags: the operations of the API, finding by name, and having one as wanted.
 *
 * <p>Safe for use by several threads.
 */
public final class Tags extends TagsOperations
    implements Findable<TagModel>, Ensurable<CreateTagModel, TagModel> {
  private static final Finder<TagModel> FINDER =
      new Finder<>(Kind.TAG, TagModel::getName, TagModel::getTagId);

  private final Stores stores;

  /**
   * Makes the resource.
   *
   * @param configcat where the calls come from
   * @param runner runs them
   */
  public Tags(ConfigCatManagementClient configcat, CallRunner runner) {
    super(Arguments.client(configcat).api(TagsApi.class), Arguments.runner(runner));
    this.stores = new Stores(configcat, runner);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/tags}.
   */
  @Override
  public Optional<TagModel> find(UUID productId, String name) {
    Arguments.id(productId, "productId");
    Arguments.text(name, "name");
    return FINDER.one(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/tags}.
   */
  @Override
  public TagModel require(UUID productId, String name) {
    Arguments.id(productId, "productId");
    Arguments.text(name, "name");
    return FINDER.required(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/tags}.
   */
  @Override
  public List<TagModel> findAll(UUID productId, Predicate<? super String> name) {
    Arguments.id(productId, "productId");
    Arguments.condition(name);
    return FINDER.matching(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET} and {@code POST /v1/products/{productId}/tags} and {@code PUT
   * /v1/tags/{tagId}}.
   */
  @Override
  public Ensured<TagModel> ensure(UUID productId, CreateTagModel wanted) {
    Arguments.id(productId, "productId");
    Arguments.wanted(wanted);
    return stores.tags(productId).run(wanted);
  }
}
