package com.configcat.management.resource;

import com.configcat.management.api.AuditLogsApi;
import com.configcat.management.api.AuditLogsApi.GetAuditlogsV2Options;
import com.configcat.management.api.AuditLogsApi.GetOrganizationAuditlogsV2Options;
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
 * What happened: the operations of the API, the audit log without its pages, and what is new in it.
 *
 * <p>Streams read {@code GET /v2/products/{productId}/auditlogs}, or that of an organization, 100
 * items at a time, and no page before its first item is asked for. A call that fails throws its
 * {@link com.configcat.management.error.ConfigCatException} from the stream. Items are given once,
 * in the order of the service, also when others are added meanwhile. Kinds of events that this
 * client does not know are {@code UNRECOGNIZED}; {@code getAuditLogType()} still names them. The
 * service limits how long a time range may be, and without one lists the last days only.
 *
 * <p>A filter such as {@code filter -> filter.configId(configId)} is asked for each page. Page
 * numbers and sizes it sets are ignored.
 */
public final class AuditLogs extends AuditLogsOperations {
  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public AuditLogs(ResourceContext context) {
    super(context.api(AuditLogsApi.class), context.runner());
  }

  /**
   * Streams the audit log of a Product.
   *
   * @param productId the Product
   * @return a lazy stream, for one thread
   */
  public Stream<AuditLogItemModel> streamOfProduct(UUID productId) {
    return streamOfProduct(productId, UnaryOperator.identity());
  }

  /**
   * Streams some of the audit log of a Product.
   *
   * @param productId the Product
   * @param filter says which items
   * @return a lazy stream, for one thread
   */
  public Stream<AuditLogItemModel> streamOfProduct(
      UUID productId, UnaryOperator<GetAuditlogsV2Options.Builder> filter) {
    Preconditions.value(productId, "productId", "give the id of the Product");
    return stream(
        filter,
        GetAuditlogsV2Options::builder,
        (page, options) ->
            listOfProduct(productId, options.pageNumber(page).pageSize(Page.SIZE).build()));
  }

  /**
   * Streams the audit log of an organization.
   *
   * @param organizationId the organization
   * @return a lazy stream, for one thread
   */
  public Stream<AuditLogItemModel> streamOfOrganization(UUID organizationId) {
    return streamOfOrganization(organizationId, UnaryOperator.identity());
  }

  /**
   * Streams some of the audit log of an organization.
   *
   * @param organizationId the organization
   * @param filter says which items
   * @return a lazy stream, for one thread
   */
  public Stream<AuditLogItemModel> streamOfOrganization(
      UUID organizationId, UnaryOperator<GetOrganizationAuditlogsV2Options.Builder> filter) {
    Preconditions.value(organizationId, "organizationId", "give the id of the organization");
    return stream(
        filter,
        GetOrganizationAuditlogsV2Options::builder,
        (page, options) ->
            listOfOrganization(
                organizationId, options.pageNumber(page).pageSize(Page.SIZE).build()));
  }

  /**
   * Reads what happened in a Product since a watermark, all of it or nothing.
   *
   * <p>Keep the watermark of the answer once its items are dealt with, and give it the next time:
   * no item is given twice or left out. An item that the service adds late, with a time before the
   * watermark's, is not seen.
   *
   * @param productId the Product
   * @param since how far it was read; {@link AuditLogWatermark#at} to begin
   * @return the items and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newsOfProduct(UUID productId, AuditLogWatermark since) {
    return newsOfProduct(productId, since, UnaryOperator.identity());
  }

  /**
   * Reads some of what happened in a Product since a watermark, all of that or nothing; see {@link
   * #newsOfProduct(UUID, AuditLogWatermark)}.
   *
   * @param productId the Product
   * @param since how far it was read with the same filter
   * @param filter says which items; where it begins is the watermark's to say
   * @return the items and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newsOfProduct(
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
   * Reads what happened in an organization since a watermark; see {@link #newsOfProduct(UUID,
   * AuditLogWatermark)}.
   *
   * @param organizationId the organization
   * @param since how far it was read; {@link AuditLogWatermark#at} to begin
   * @return the items and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newsOfOrganization(UUID organizationId, AuditLogWatermark since) {
    return newsOfOrganization(organizationId, since, UnaryOperator.identity());
  }

  /**
   * Reads some of what happened in an organization since a watermark; see {@link
   * #newsOfProduct(UUID, AuditLogWatermark)}.
   *
   * @param organizationId the organization
   * @param since how far it was read with the same filter
   * @param filter says which items; where it begins is the watermark's to say
   * @return the items and the next watermark
   * @throws com.configcat.management.error.ConfigCatException if a page cannot be read
   */
  public AuditLogBatch newsOfOrganization(
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
        filter.apply(options), "The filter returned null: return the builder that it was given");
  }

  private interface Pages<B> {
    AuditLogItemModelPagedList read(int page, B options);
  }

  private static <B> Stream<AuditLogItemModel> stream(
      UnaryOperator<B> filter, Supplier<B> options, Pages<B> pages) {
    checkFilter(filter);
    applied(filter, options.get());
    IntFunction<Page<AuditLogItemModel>> read =
        page -> {
          AuditLogItemModelPagedList answer = pages.read(page, applied(filter, options.get()));
          return Page.of(answer.getData(), answer.getPaging());
        };
    return PagedSpliterator.stream(read, AuditLogItemModel::getAuditLogId);
  }
}
