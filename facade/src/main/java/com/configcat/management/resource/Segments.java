package com.configcat.management.resource;

import com.configcat.management.api.SegmentsApi;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.internal.ensure.ResourceEndpoints;
import com.configcat.management.internal.ensure.ResourceKind;
import com.configcat.management.model.CreateSegmentModel;
import com.configcat.management.model.SegmentListModel;
import com.configcat.management.model.SegmentModel;
import com.configcat.management.operations.SegmentsOperations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Segments: the API's operations, finding by name, and ensuring a desired state.
 *
 * <p>Thread-safe.
 */
public final class Segments extends SegmentsOperations
    implements Findable<SegmentListModel>, Ensurable<CreateSegmentModel, SegmentModel> {
  private static final Finder<SegmentListModel> FINDER =
      new Finder<>(ResourceKind.SEGMENT, SegmentListModel::getName, SegmentListModel::getSegmentId);

  private final SegmentsOperations tasks;
  private final ResourceEndpoints stores;

  /**
   * Creates the resource; use {@code segments()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public Segments(ResourceContext context) {
    super(context.api(SegmentsApi.class), context.runner());
    this.tasks = context.forTasks().operations(SegmentsApi.class, SegmentsOperations::new);
    this.stores = new ResourceEndpoints(context);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/segments}.
   */
  @Override
  public Optional<SegmentListModel> find(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.one(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/segments}.
   */
  @Override
  public SegmentListModel require(UUID productId, String name) {
    Preconditions.id(productId, "productId");
    Preconditions.lookupText(name, "name");
    return FINDER.required(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET /v1/products/{productId}/segments}.
   */
  @Override
  public List<SegmentListModel> findAll(UUID productId, Predicate<? super String> name) {
    Preconditions.id(productId, "productId");
    Preconditions.predicate(name);
    return FINDER.matching(tasks.list(productId), name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code GET} and {@code POST /v1/products/{productId}/segments}, and {@code GET} and
   * {@code PUT /v1/segments/{segmentId}}.
   */
  @Override
  public Ensured<SegmentModel> ensure(UUID productId, CreateSegmentModel wanted) {
    Preconditions.id(productId, "productId");
    Preconditions.desiredState(wanted);
    return stores.segments(productId).run(wanted);
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call lists the Segments. The list lacks their conditions: each that exists takes one
   * {@code GET /v1/segments/{segmentId}}, and one {@code PUT} if it differs. Each new one takes one
   * {@code POST /v1/products/{productId}/segments}.
   */
  @Override
  public EnsuredAll<CreateSegmentModel, SegmentModel> ensureAll(
      UUID productId, Collection<? extends CreateSegmentModel> wanted) {
    Preconditions.id(productId, "productId");
    return stores
        .segments(productId)
        .runAll(Preconditions.<CreateSegmentModel>desiredStates(wanted));
  }
}
