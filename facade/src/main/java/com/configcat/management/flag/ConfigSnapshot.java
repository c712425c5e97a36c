package com.configcat.management.flag;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of a Config in an Environment at one point in time.
 *
 * @param values values by setting id
 */
record ConfigSnapshot(Map<Integer, FlagSnapshot> values) {
  /**
   * The value of one setting.
   *
   * @param parts the decoded members that a write replaces
   * @param content the same members as JSON; null if one has an enum value unknown to this client
   * @param updatedAt the time of the last write; null if there was none
   * @param version the version of a V2 value; null for V1
   */
  record FlagSnapshot(
      List<@Nullable Object> parts,
      @Nullable JsonObject content,
      @Nullable OffsetDateTime updatedAt,
      @Nullable UUID version) {
    static FlagSnapshot of(
        Gson gson,
        Map<String, @Nullable Object> parts,
        @Nullable OffsetDateTime updatedAt,
        @Nullable UUID version) {
      return new FlagSnapshot(
          new ArrayList<>(parts.values()), json(gson, parts), updatedAt, version);
    }

    private static @Nullable JsonObject json(Gson gson, Map<String, @Nullable Object> parts) {
      JsonObject json = new JsonObject();
      try {
        parts.forEach((name, part) -> json.add(name, gson.toJsonTree(part)));
        return json;
      } catch (IllegalArgumentException e) {
        // An enum value unknown to this client: this cannot be a value that the client writes.
        return null;
      }
    }

    /**
     * Returns whether nobody wrote the value between two reads. Ignores versions, which a service
     * might count per Environment.
     */
    boolean isSameAs(FlagSnapshot other) {
      return parts.equals(other.parts)
          && Optional.ofNullable(updatedAt)
              .map(OffsetDateTime::toInstant)
              .equals(Optional.ofNullable(other.updatedAt).map(OffsetDateTime::toInstant));
    }
  }

  @Nullable FlagSnapshot get(int settingId) {
    return values.get(settingId);
  }

  /**
   * Returns the version of the most recently written value, on which bulk writes are conditional.
   */
  @Nullable UUID newestVersion() {
    return values.values().stream()
        .max(
            Comparator.comparing(
                FlagSnapshot::updatedAt, Comparator.nullsFirst(OffsetDateTime.timeLineOrder())))
        .map(FlagSnapshot::version)
        .orElse(null);
  }
}
