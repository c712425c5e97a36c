package com.configcat.management.resource;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SegmentsApi;
import com.configcat.management.internal.ensure.Stores;
import com.configcat.management.internal.find.Finder;
import com.configcat.management.internal.find.Kind;
import com.configcat.management.model.CreateSegmentModel;
import com.configcat.management.model.SegmentListModel;
import com.configcat.management.model.SegmentModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.SegmentsOperations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Segments: the operations of the API, finding by name, and having one as wanted.
 *
 * <p>Safe for use by several threads.
 */
public final class Segments extends SegmentsOperations
    implements Findable<SegmentListModel>, Ensurable<CreateSegmentModel, SegmentModel> {
  private static final Finder<SegmentListModel> FINDER =
      new Finder<>(Kind.SEGMENT, SegmentListModel::getName, SegmentListModel::getSegmentId);

  private final Stores stores;

  /**
   * Makes the resource.
   *
   * @param configcat where the calls come from
   * @param runner runs them
   */
  public Segments(ConfigCatManagementClient configcat, CallRunner runner) {
    super(Arguments.client(configcat).api(SegmentsApi.class), Arguments.runner(runner));
    this.stores = new Stores(configcat, runner);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/segments}.
   */
  @Override
  public Optional<SegmentListModel> find(UUID productId, String name) {
    Arguments.id(productId, "productId");
    Arguments.text(name, "name");
    return FINDER.one(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/segments}.
   */
  @Override
  public SegmentListModel require(UUID productId, String name) {
    Arguments.id(productId, "productId");
    Arguments.text(name, "name");
    return FINDER.required(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/segments}.
   */
  @Override
  public List<SegmentListModel> findAll(UUID productId, Predicate<? super String> name) {
    Arguments.id(productId, "productId");
    Arguments.condition(name);
    return FINDER.matching(list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET} and {@code POST /v1/products/{productId}/segments}, and {@code GET} and
   * {@code PUT /v1/segments/{segmentId}}.
   */
  @Override
  public Ensured<SegmentModel> ensure(UUID productId, CreateSegmentModel wanted) {
    Arguments.id(productId, "productId");
    Arguments.wanted(wanted);
    return stores.segments(productId).run(wanted);
  }
}
