package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.AuditLogItemModel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A position in an audit log: an instant, and the ids of the items of that instant already read.
 *
 * <p>Can be stored as text; see {@link #toString()} and {@link #parse}. Immutable.
 */
public final class AuditLogWatermark {
  private final Instant time;
  private final Set<Long> seenThen;

  private AuditLogWatermark(Instant time, Set<Long> seenThen) {
    this.time = time;
    this.seenThen = seenThen;
  }

  /**
   * Creates a watermark at an instant; items of that instant count as unread.
   *
   * @param time the instant
   * @return the watermark
   */
  public static AuditLogWatermark at(Instant time) {
    return new AuditLogWatermark(
        Preconditions.value(time, "time", "give the instant to read from"), Set.of());
  }

  /**
   * Parses a watermark.
   *
   * @param text the result of {@link #toString()}, such as {@code 2026-09-01T12:00:00Z/4711}
   * @return an equal watermark
   * @throws IllegalArgumentException if the text is not a watermark
   */
  public static AuditLogWatermark parse(String text) {
    Preconditions.text(text, "text", "give the toString() of a watermark");
    String[] parts = text.split("/", 2);
    try {
      Set<Long> ids = new TreeSet<>();
      if (parts.length == 2) {
        Arrays.stream(parts[1].split(",", -1)).map(Long::valueOf).forEach(ids::add);
      }
      return new AuditLogWatermark(Instant.parse(parts[0]), ids);
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "The text is not a watermark: give the toString() of one", e);
    }
  }

  /**
   * Returns the start of the range to request: a second earlier, to be independent of the service's
   * precision.
   */
  Instant from() {
    return time.minusSeconds(1);
  }

  boolean isNew(AuditLogItemModel item) {
    @Nullable OffsetDateTime when = item.getAuditLogDateTime();
    if (when == null) {
      return true;
    }
    int order = when.toInstant().compareTo(time);
    @Nullable Long id = item.getAuditLogId();
    return order > 0 || (order == 0 && (id == null || !seenThen.contains(id)));
  }

  AuditLogWatermark after(AuditLogItemModel item) {
    @Nullable OffsetDateTime when = item.getAuditLogDateTime();
    if (when == null || when.toInstant().isBefore(time)) {
      return this;
    }
    Set<Long> ids = new TreeSet<>(when.toInstant().equals(time) ? seenThen : Set.of());
    @Nullable Long id = item.getAuditLogId();
    if (id != null) {
      ids.add(id);
    }
    return new AuditLogWatermark(when.toInstant(), ids);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuditLogWatermark that
        && time.equals(that.time)
        && seenThen.equals(that.seenThen);
  }

  @Override
  public int hashCode() {
    return 31 * time.hashCode() + seenThen.hashCode();
  }

  /** Returns the watermark as text, for {@link #parse}. */
  @Override
  public String toString() {
    return seenThen.isEmpty()
        ? time.toString()
        : time + "/" + seenThen.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
