package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the rows of one table by their parents, which never change. */
final class ParentIndex {
  private static final Set<String> PARENTS =
      Set.of(
          "$organizationId", "$productId", "$configId", "$environmentId", "$settingId", "configId");

  /** Ids by member and value, made when they are first asked for. */
  private final Map<String, Map<String, Set<String>>> ids = new HashMap<>();

  static boolean has(String member) {
    return PARENTS.contains(member);
  }

  List<JsonObject> find(JsonObject rows, String member, String value) {
    return ids
        .computeIfAbsent(member, name -> of(rows, name))
        .getOrDefault(value, Set.of())
        .stream()
        .map(rows::getAsJsonObject)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Map<String, Set<String>> of(JsonObject rows, String member) {
    Map<String, Set<String>> index = new HashMap<>();
    rows.asMap().forEach((id, row) -> put(index, member, id, row.getAsJsonObject()));
    return index;
  }

  private static void put(
      Map<String, Set<String>> index, String member, String id, JsonObject row) {
    if (Json.has(row, member)) {
      index.computeIfAbsent(Json.text(row, member), v -> new LinkedHashSet<>()).add(id);
    }
  }

  void add(String id, JsonObject row) {
    ids.forEach((member, index) -> put(index, member, id, row));
  }

  /** Forgets everything, when rows may have come or gone in another way. */
  void clear() {
    ids.clear();
  }
}
