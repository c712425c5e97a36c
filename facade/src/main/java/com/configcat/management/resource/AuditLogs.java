package com.configcat.management.resource;

import com.configcat.management.api.AuditLogsApi;
import com.configcat.management.api.AuditLogsApi.GetAuditlogsV2Options;
import com.configcat.management.api.AuditLogsApi.GetOrganizationAuditlogsV2Options;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.AuditLogItemModel;
import com.configcat.management.model.AuditLogItemModelPagedList;
import com.configcat.management.operations.AuditLogsOperations;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Audit logs: the API's operations, streams across pages, and reading new items.
 *
 * <p>Streams call {@code GET /v2/products/{productId}/auditlogs}, or the same for an organization,
 * with 100 items per page. A page is read when its first item is needed. If a call fails, the
 * stream operation throws its {@link com.configcat.management.error.ConfigCatException}; if the
 * pages would never end, a {@link com.configcat.management.error.DecodingException}. Items are in
 * the service's order, each once, even if others are added while reading. Event types unknown to
 * this client are {@code UNRECOGNIZED}; {@code getAuditLogType()} still returns their name. The
 * service may limit the length of a time range and, without one, return recent items only (V1: 30
 * days, and the last 7 days).
 *
 * <p>A filter, such as {@code filter -> filter.configId(configId)}, is called for each page. Page
 * numbers and sizes that it sets are ignored.
 */
public final class AuditLogs extends AuditLogsOperations {
  private static final Operation OF_PRODUCT =
      new Operation("GET", "/v2/products/{productId}/auditlogs");
  private static final Operation OF_ORGANIZATION =
      new Operation("GET", "/v2/organizations/{organizationId}/auditlogs");

  private final AuditLogsOperations tasks;

  /**
   * Creates the resource; use {@code auditLogs()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public AuditLogs(ResourceContext context) {
    super(context.api(AuditLogsApi.class), context.runner());
    this.tasks = context.forTasks().operations(AuditLogsApi.class, AuditLogsOperations::new);
  }

  /**
   * Streams the audit log of a Product.
   *
   * @param productId the id of the Product
   * @return a lazy stream; not thread-safe
   */
  public Stream<AuditLogItemModel> streamOfProduct(UUID productId) {
    return streamOfProduct(productId, UnaryOperator.identity());
  }

  /**
   * Streams the items of a Product's audit log that match a filter.
   *
   * @param productId the id of the Product
   * @param filter sets the query parameters, such as the time range
   * @return a lazy stream; not thread-safe
   * @throws NullPointerException if an argument is null, or the filter returns null
   */
  public Stream<AuditLogItemModel> streamOfProduct(
      UUID productId, UnaryOperator<GetAuditlogsV2Options.Builder> filter) {
    Preconditions.value(productId, "productId", "give the id of the Product");
    return stream(
        OF_PRODUCT,
        filter,
        GetAuditlogsV2Options::builder,
        (page, options) ->
            tasks.listOfProduct(productId, options.pageNumber(page).pageSize(Page.SIZE).build()));
  }

  /**
   * Streams the audit log of an organization.
   *
   * @param organizationId the id of the organization
   * @return a lazy stream; not thread-safe
   */
  public Stream<AuditLogItemModel> streamOfOrganization(UUID organizationId) {
    return streamOfOrganization(organizationId, UnaryOperator.identity());
  }

  /**
   * Streams the items of an organization's audit log that match a filter.
   *
   * @param organizationId the id of the organization
   * @param filter sets the query parameters, such as the time range
   * @return a lazy stream; not thread-safe
   * @throws NullPointerException if an argument is null, or the filter returns null
   */
  public Stream<AuditLogItemModel> streamOfOrganization(
      UUID organizationId, UnaryOperator<GetOrganizationAuditlogsV2Options.Builder> filter) {
    Preconditions.value(organizationId, "organizationId", "give the id of the organization");
    return stream(
        OF_ORGANIZATION,
        filter,
        GetOrganizationAuditlogsV2Options::builder,
        (page, options) ->
            tasks.listOfOrganization(
                organizationId, options.pageNumber(page).pageSize(Page.SIZE).build()));
  }

  /**
   * Reads all items of a Product's audit log that are newer than a watermark, or throws if a page
   * cannot be read.
   *
   * <p>Store the returned watermark once the items are processed, and pass it to the next call: no
   * item is returned twice or skipped. An item that the service records late, with a time before
   * the watermark, is not returned.
   *
   * @param productId the id of the Product
   * @param since the previous watermark; {@link AuditLogWatermark#at} for the first call
   * @return the items, oldest first, and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newEntriesOfProduct(UUID productId, AuditLogWatermark since) {
    return newEntriesOfProduct(productId, since, UnaryOperator.identity());
  }

  /**
   * Reads the items of a Product's audit log that match a filter and are newer than a watermark;
   * see {@link #newEntriesOfProduct(UUID, AuditLogWatermark)}.
   *
   * @param productId the id of the Product
   * @param since the previous watermark with the same filter
   * @param filter sets the query parameters; the start of the range is overridden
   * @return the items, oldest first, and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newEntriesOfProduct(
      UUID productId,
      AuditLogWatermark since,
      UnaryOperator<GetAuditlogsV2Options.Builder> filter) {
    OffsetDateTime from = from(since);
    checkFilter(filter);
    return AuditLogBatch.of(
        streamOfProduct(productId, options -> applied(filter, options).fromUtcDateTime(from)),
        since);
  }

  /**
   * Reads all items of an organization's audit log that are newer than a watermark; see {@link
   * #newEntriesOfProduct(UUID, AuditLogWatermark)}.
   *
   * @param organizationId the id of the organization
   * @param since the previous watermark; {@link AuditLogWatermark#at} for the first call
   * @return the items, oldest first, and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newEntriesOfOrganization(UUID organizationId, AuditLogWatermark since) {
    return newEntriesOfOrganization(organizationId, since, UnaryOperator.identity());
  }

  /**
   * Reads the items of an organization's audit log that match a filter and are newer than a
   * watermark; see {@link #newEntriesOfProduct(UUID, AuditLogWatermark)}.
   *
   * @param organizationId the id of the organization
   * @param since the previous watermark with the same filter
   * @param filter sets the query parameters; the start of the range is overridden
   * @return the items, oldest first, and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newEntriesOfOrganization(
      UUID organizationId,
      AuditLogWatermark since,
      UnaryOperator<GetOrganizationAuditlogsV2Options.Builder> filter) {
    OffsetDateTime from = from(since);
    checkFilter(filter);
    return AuditLogBatch.of(
        streamOfOrganization(
            organizationId, options -> applied(filter, options).fromUtcDateTime(from)),
        since);
  }

  private static OffsetDateTime from(AuditLogWatermark since) {
    Preconditions.value(
        since, "since", "give a watermark, for the first time AuditLogWatermark.at(...)");
    return since.from().atOffset(ZoneOffset.UTC);
  }

  private static void checkFilter(Object filter) {
    Preconditions.value(filter, "filter", "give one such as filter -> filter.configId(configId)");
  }

  private static <B> B applied(UnaryOperator<B> filter, B options) {
    return Objects.requireNonNull(
        filter.apply(options),
        "The filter returned null: return the builder that was passed to it");
  }

  private interface Pages<B> {
    AuditLogItemModelPagedList read(int page, B options);
  }

  private static <B> Stream<AuditLogItemModel> stream(
      Operation operation, UnaryOperator<B> filter, Supplier<B> options, Pages<B> pages) {
    checkFilter(filter);
    applied(filter, options.get());
    IntFunction<Page<AuditLogItemModel>> read =
        page -> {
          AuditLogItemModelPagedList answer = pages.read(page, applied(filter, options.get()));
          return Page.of(answer.getData(), answer.getPaging());
        };
    return PagedSpliterator.stream(operation, "$.paging", read, AuditLogItemModel::getAuditLogId);
  }
}
