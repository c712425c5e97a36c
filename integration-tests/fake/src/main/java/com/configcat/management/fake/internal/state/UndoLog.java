package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that a request touches, as they were before it, so that a refusal can be undone. */
final class UndoLog {
  private final IdentityHashMap<JsonObject, TableLog> tables = new IdentityHashMap<>();

  private static final class TableLog {
    /** Copies of rows by id; null for a row that was not there. */
    final Map<String, @Nullable JsonObject> before = new LinkedHashMap<>();

    /** The order of ids, if a row was removed. */
    @Nullable List<String> order;
  }

  private TableLog log(JsonObject rows) {
    return tables.computeIfAbsent(rows, r -> new TableLog());
  }

  /** Called before a row may change. */
  void touch(JsonObject rows, String id) {
    Map<String, @Nullable JsonObject> before = log(rows).before;
    if (!before.containsKey(id)) {
      JsonObject row = rows.getAsJsonObject(id);
      before.put(id, row == null ? null : row.deepCopy());
    }
  }

  /** Called before a row is removed. */
  void remove(JsonObject rows, String id) {
    touch(rows, id);
    TableLog log = log(rows);
    if (log.order == null) {
      log.order = List.copyOf(rows.keySet());
    }
  }

  /** Whether a row was added, changed or removed. */
  boolean changed() {
    return tables.entrySet().stream()
        .anyMatch(
            table ->
                table.getValue().before.entrySet().stream()
                    .anyMatch(
                        row -> !Objects.equals(table.getKey().get(row.getKey()), row.getValue())));
  }

  void undo() {
    tables.forEach(UndoLog::undo);
    tables.clear();
  }

  private static void undo(JsonObject rows, TableLog log) {
    log.before.forEach(
        (id, before) -> {
          if (before == null) {
            rows.remove(id);
          } else {
            // A row that is still there keeps its place.
            rows.add(id, before);
          }
        });
    if (log.order != null) {
      Map<String, JsonObject> all = new LinkedHashMap<>();
      log.order.forEach(id -> all.put(id, rows.getAsJsonObject(id)));
      Set.copyOf(rows.keySet()).forEach(rows::remove);
      all.forEach(rows::add);
    }
  }
}
