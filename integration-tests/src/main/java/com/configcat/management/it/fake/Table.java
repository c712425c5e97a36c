package com.configcat.management.it.fake;

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
record Table(JsonObject rows, String id) {
  Optional<JsonObject> find(String key) {
    return Optional.ofNullable(rows.getAsJsonObject(key));
  }

  /**
   * Returns a row.
   *
   * @throws Refusal if there is none: 404
   */
  JsonObject get(String key) {
    return find(key).orElseThrow(Refusal::notFound);
  }

  List<JsonObject> all() {
    return rows.asMap().values().stream().map(JsonElement::getAsJsonObject).toList();
  }

  List<JsonObject> where(String name, String value) {
    return where(row -> Json.has(row, name) && Json.text(row, name).equals(value));
  }

  List<JsonObject> where(Predicate<JsonObject> condition) {
    return all().stream().filter(condition).toList();
  }

  JsonObject add(JsonObject row) {
    rows.add(Json.text(row, id), row);
    return row;
  }

  void remove(JsonObject row) {
    rows.remove(Json.text(row, id));
  }
}
