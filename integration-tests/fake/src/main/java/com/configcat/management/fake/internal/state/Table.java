package com.configcat.management.fake.internal.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind, in the order in which they were made. Members whose names start with {@code $}
 * are never served.
 *
 * <p>A row may be changed in place, unless it comes from a method named {@code all}.
 */
public final class Table {
  private final JsonObject rows;
  private final String id;
  private final ParentIndex index;
  private final @Nullable UndoLog undoLog;

  Table(JsonObject rows, String id, ParentIndex index, @Nullable UndoLog undoLog) {
    this.rows = rows;
    this.id = id;
    this.index = index;
    this.undoLog = undoLog;
  }

  public Optional<JsonObject> find(String key) {
    return Optional.ofNullable(rows.getAsJsonObject(key)).map(this::touched);
  }

  /**
   * Returns a row.
   *
   * @throws Refusal if there is none: 404
   */
  public JsonObject get(String key) {
    return find(key).orElseThrow(Refusal::notFound);
  }

  /** Returns all rows, to read: a change is not undone when the request is refused. */
  public List<JsonObject> all() {
    return rows.asMap().values().stream().map(JsonElement::getAsJsonObject).toList();
  }

  /** Returns the rows with a value, to read. */
  public List<JsonObject> all(String name, String value) {
    return ParentIndex.has(name)
        ? index.find(rows, name, value)
        : all().stream()
            .filter(row -> Json.has(row, name) && Json.text(row, name).equals(value))
            .toList();
  }

  public List<JsonObject> where(String name, String value) {
    return all(name, value).stream().map(this::touched).toList();
  }

  public List<JsonObject> where(Predicate<JsonObject> condition) {
    return all().stream().filter(condition).map(this::touched).toList();
  }

  public JsonObject add(JsonObject row) {
    String key = Json.text(row, id);
    if (undoLog != null) {
      undoLog.touch(rows, key);
    }
    rows.add(key, row);
    index.add(key, row);
    return row;
  }

  public void remove(JsonObject row) {
    String key = Json.text(row, id);
    if (undoLog != null) {
      undoLog.remove(rows, key);
    }
    rows.remove(key);
  }

  private JsonObject touched(JsonObject row) {
    if (undoLog != null) {
      undoLog.touch(rows, Json.text(row, id));
    }
    return row;
  }
}
