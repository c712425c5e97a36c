package com.configcat.management.resource;

import com.configcat.management.api.ChangeRequestsApi;
import com.configcat.management.api.ChangeRequestsApi.GetChangeRequestsOptions;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.ChangeRequestSummaryModel;
import com.configcat.management.model.ChangeRequestSummaryModelPagedList;
import com.configcat.management.operations.ChangeRequestsOperations;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Change requests: the API's operations, and streams across pages. */
public final class ChangeRequests extends ChangeRequestsOperations {
  /**
   * Creates the resource; use {@code changeRequests()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public ChangeRequests(ResourceContext context) {
    super(context.api(ChangeRequestsApi.class), context.runner());
  }

  /**
   * Streams the change requests of a Product.
   *
   * <p>Calls {@code GET /v2/products/{productId}/change-requests} with 100 items per page. A page
   * is read when its first item is needed. If a call fails, the stream operation throws its {@link
   * com.configcat.management.error.ConfigCatException}.
   *
   * @param productId the id of the Product
   * @return a lazy stream; not thread-safe
   */
  public Stream<ChangeRequestSummaryModel> stream(UUID productId) {
    return stream(productId, UnaryOperator.identity());
  }

  /**
   * Streams the change requests of a Product that match a filter; see {@link #stream(UUID)}.
   *
   * @param productId the id of the Product
   * @param filter sets the query parameters, such as {@code filter -> filter.configId(configId)};
   *     called for each page, and page numbers and sizes that it sets are ignored
   * @return a lazy stream; not thread-safe
   * @throws NullPointerException if an argument is null, or the filter returns null
   */
  public Stream<ChangeRequestSummaryModel> stream(
      UUID productId, UnaryOperator<GetChangeRequestsOptions.Builder> filter) {
    Preconditions.value(productId, "productId", "give the id of the Product");
    Preconditions.value(filter, "filter", "give one such as filter -> filter.configId(configId)");
    applied(filter);
    return PagedSpliterator.stream(
        page -> {
          @Nullable ChangeRequestSummaryModelPagedList list =
              list(productId, applied(filter).pageNumber(page).pageSize(Page.SIZE).build())
                  .getChangeRequests();
          return list == null
              ? new Page<>(List.of(), false)
              : Page.of(list.getData(), list.getPaging());
        },
        ChangeRequestSummaryModel::getChangeRequestId);
  }

  private static GetChangeRequestsOptions.Builder applied(
      UnaryOperator<GetChangeRequestsOptions.Builder> filter) {
    return Objects.requireNonNull(
        filter.apply(GetChangeRequestsOptions.builder()),
        "The filter returned null: return the builder that it was given");
  }
}
