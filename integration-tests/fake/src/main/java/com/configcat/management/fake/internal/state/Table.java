package com.configcat.management.fake.internal.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rows of one kind, in the order in which they were made. A member whose name starts with {@code $}
 * is the fake's own and never served.
 *
 * @param rows by id
 * @param id the member that identifies a row
 */
public record Table(JsonObject rows, String id) {
  public Optional<JsonObject> find(String key) {
    return Optional.ofNullable(rows.getAsJsonObject(key));
  }

  /**
   * Returns a row.
   *
   * @throws Refusal if there is none: 404
   */
  public JsonObject get(String key) {
    return find(key).orElseThrow(Refusal::notFound);
  }

  public List<JsonObject> all() {
    return rows.asMap().values().stream().map(JsonElement::getAsJsonObject).toList();
  }

  public List<JsonObject> where(String name, String value) {
    return where(row -> Json.has(row, name) && Json.text(row, name).equals(value));
  }

  public List<JsonObject> where(Predicate<JsonObject> condition) {
    return all().stream().filter(condition).toList();
  }

  public JsonObject add(JsonObject row) {
    rows.add(Json.text(row, id), row);
    return row;
  }

  public void remove(JsonObject row) {
    rows.remove(Json.text(row, id));
  }
}
