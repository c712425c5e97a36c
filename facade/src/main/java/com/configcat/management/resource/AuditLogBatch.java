package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.AuditLogItemModel;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Audit log items recorded since a watermark.
 *
 * @param items the items, oldest first
 * @param watermark the watermark to continue from once the items are processed
 */
public record AuditLogBatch(List<AuditLogItemModel> items, AuditLogWatermark watermark) {
  private static final Comparator<AuditLogItemModel> OLDEST_FIRST =
      Comparator.comparing(
              AuditLogItemModel::getAuditLogDateTime,
              Comparator.nullsFirst(OffsetDateTime.timeLineOrder()))
          .thenComparing(
              AuditLogItemModel::getAuditLogId, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * Creates a batch.
   *
   * @param items the items, oldest first
   * @param watermark the watermark to continue from
   */
  public AuditLogBatch {
    items = Preconditions.list(items, "items", "give the entries, oldest first");
    Preconditions.value(watermark, "watermark", "give the watermark to continue from");
  }

  static AuditLogBatch of(Stream<AuditLogItemModel> rows, AuditLogWatermark since) {
    List<AuditLogItemModel> items = rows.filter(since::isNew).sorted(OLDEST_FIRST).toList();
    AuditLogWatermark watermark = since;
    for (AuditLogItemModel item : items) {
      watermark = watermark.after(item);
    }
    return new AuditLogBatch(items, watermark);
  }
}
