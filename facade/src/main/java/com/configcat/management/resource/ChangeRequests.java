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

/** Change requests: the operations of the API, and their list without its pages. */
public final class ChangeRequests extends ChangeRequestsOperations {
  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public ChangeRequests(ResourceContext context) {
    super(context.api(ChangeRequestsApi.class), context.runner());
  }

  /**
   * Streams the change requests of a Product.
   *
   * <p>Reads {@code GET /v2/products/{productId}/change-requests}, 100 at a time, and no page
   * before its first item is asked for. A call that fails throws its {@link
   * com.configcat.management.error.ConfigCatException} from the stream.
   *
   * @param productId the Product
   * @return a lazy stream, for one thread
   */
  public Stream<ChangeRequestSummaryModel> stream(UUID productId) {
    return stream(productId, UnaryOperator.identity());
  }

  /**
   * Streams some of the change requests of a Product; see {@link #stream(UUID)}.
   *
   * @param productId the Product
   * @param filter says which, such as {@code filter -> filter.configId(configId)}; asked for each
   *     page, and page numbers and sizes it sets are ignored
   * @return a lazy stream, for one thread
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
