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
 * The values of a Config in an Environment at one moment.
 *
 * @param values by the id of the setting
 */
record ConfigSnapshot(Map<Integer, Current> values) {
  /**
   * One value.
   *
   * @param parts what a write replaces, as it was decoded
   * @param content the same as JSON; null if it holds something that this client does not know and
   *     could not write
   * @param updatedAt when it was written last; null if never
   * @param version of a V2 value; null for V1
   */
  record Current(
      List<@Nullable Object> parts,
      @Nullable JsonObject content,
      @Nullable OffsetDateTime updatedAt,
      @Nullable UUID version) {
    static Current of(
        Gson gson,
        Map<String, @Nullable Object> parts,
        @Nullable OffsetDateTime updatedAt,
        @Nullable UUID version) {
      return new Current(new ArrayList<>(parts.values()), json(gson, parts), updatedAt, version);
    }

    private static @Nullable JsonObject json(Gson gson, Map<String, @Nullable Object> parts) {
      JsonObject json = new JsonObject();
      try {
        parts.forEach((name, part) -> json.add(name, gson.toJsonTree(part)));
        return json;
      } catch (IllegalArgumentException e) {
        // An enum value that is newer than this client: such a value is none that was to be served.
        return null;
      }
    }

    /**
     * Says whether nobody wrote it between two readings. Versions are not looked at: a service
     * might count them for the whole Environment.
     */
    boolean isSameAs(Current other) {
      return parts.equals(other.parts)
          && Optional.ofNullable(updatedAt)
              .map(OffsetDateTime::toInstant)
              .equals(Optional.ofNullable(other.updatedAt).map(OffsetDateTime::toInstant));
    }
  }

  @Nullable Current get(int settingId) {
    return values.get(settingId);
  }

  /** The version of the value that was written last, on which a write of several depends. */
  @Nullable UUID newestVersion() {
    return values.values().stream()
        .max(
            Comparator.comparing(
                Current::updatedAt, Comparator.nullsFirst(OffsetDateTime.timeLineOrder())))
        .map(Current::version)
        .orElse(null);
  }
}
