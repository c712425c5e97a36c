package com.configcat.management.resource;

import com.configcat.management.api.ChangeRequestsApi;
import com.configcat.management.api.ChangeRequestsApi.GetChangeRequestsOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.flag.FlagProposal;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.model.ChangeRequestModel;
import com.configcat.management.model.ChangeRequestSummaryModel;
import com.configcat.management.model.ChangeRequestSummaryModelPagedList;
import com.configcat.management.model.CreateChangeRequestModel;
import com.configcat.management.operations.ChangeRequestsOperations;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Change requests: the API's operations, proposing an edit, and streams across pages. */
public final class ChangeRequests extends ChangeRequestsOperations {
  private static final int TITLE = 255;
  private static final Operation LIST =
      new Operation("GET", "/v2/products/{productId}/change-requests");

  private final ChangeRequestsOperations tasks;
  private final FlagProposal proposals;

  /**
   * Creates the resource; use {@code changeRequests()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public ChangeRequests(ResourceContext context) {
    super(context.api(ChangeRequestsApi.class), context.runner());
    this.tasks =
        context.forTasks().operations(ChangeRequestsApi.class, ChangeRequestsOperations::new);
    this.proposals = new FlagProposal(context.api(SettingValueJsonApi.class), context.runner());
  }

  /**
   * Opens a change request that proposes an edit of a flag's value in a V2 Config; see {@link
   * #propose(UUID, int, CreateChangeRequestModel, UnaryOperator)}.
   *
   * @param environmentId the id of the Environment
   * @param settingId the id of the flag
   * @param title the title of the change request, at most 255 characters
   * @param change returns an edited copy of the formula it receives, never null
   * @return the change request
   */
  public ChangeRequestModel propose(
      UUID environmentId, int settingId, String title, UnaryOperator<EditableFormula> change) {
    Preconditions.text(title, "title", TITLE, "give one that names the change");
    return propose(
        environmentId, settingId, CreateChangeRequestModel.builder().title(title).build(), change);
  }

  /**
   * Opens a change request that proposes an edit of a flag's value in a V2 Config. The edit is the
   * same as for {@link com.configcat.management.flag.Flag#edit(UnaryOperator)}: rules that it does
   * not change are kept. Nothing is served differently before the change request is applied.
   *
   * <p>Calls {@code GET /v2/environments/{environmentId}/settings/{settingId}/value}, then {@code
   * POST /v2/configs/{configId}/environments/{environmentId}/change-requests} with the version that
   * was read. If somebody else wrote the value in between, it is read and edited again, up to 5
   * times in total. If the response to the POST is lost, it is not sent again.
   *
   * @param environmentId the id of the Environment
   * @param settingId the id of the flag
   * @param request the title, reason and schedule; proposed changes that it already contains, such
   *     as those of other flags, are kept
   * @param change returns an edited copy of the formula it receives, never null; called again if
   *     somebody else wrote in between, so it should have no side effects
   * @return the change request
   * @throws IllegalArgumentException if the id of the flag is less than 1, or the edit changes
   *     nothing; nothing was proposed
   * @throws com.configcat.management.error.ConflictException if somebody else wrote first every
   *     time, or the service reports another conflict
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public ChangeRequestModel propose(
      UUID environmentId,
      int settingId,
      CreateChangeRequestModel request,
      UnaryOperator<EditableFormula> change) {
    Preconditions.id(environmentId, "environmentId");
    Preconditions.settingId(settingId);
    Preconditions.value(request, "request", "give one with a title");
    Preconditions.value(change, "change", "give one that returns a changed formula");
    return proposals.open(environmentId, settingId, request, change);
  }

  /**
   * Streams the change requests of a Product.
   *
   * <p>Calls {@code GET /v2/products/{productId}/change-requests} with 100 items per page. A page
   * is read when its first item is needed. If a call fails, the stream operation throws its {@link
   * com.configcat.management.error.ConfigCatException}; if the pages would never end, a {@link
   * com.configcat.management.error.DecodingException}.
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
        LIST,
        "$.changeRequests.paging",
        page -> {
          ChangeRequestSummaryModelPagedList list =
              tasks
                  .list(productId, applied(filter).pageNumber(page).pageSize(Page.SIZE).build())
                  .getChangeRequests();
          return Page.of(list.getData(), list.getPaging());
        },
        ChangeRequestSummaryModel::getChangeRequestId);
  }

  private static GetChangeRequestsOptions.Builder applied(
      UnaryOperator<GetChangeRequestsOptions.Builder> filter) {
    return Objects.requireNonNull(
        filter.apply(GetChangeRequestsOptions.builder()),
        "The filter returned null: return the builder that was passed to it");
  }
}
