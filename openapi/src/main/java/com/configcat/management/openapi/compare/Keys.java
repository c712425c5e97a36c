package com.configcat.management.openapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the keys under which two objects differ. */
final class Keys {
  private Keys() {}

  static List<String> differing(JsonNode before, JsonNode after) {
    return differing(before, after, Set.of());
  }

  /** Leaves keys out that are compared elsewhere. */
  static List<String> differing(JsonNode before, JsonNode after, Set<String> elsewhere) {
    Set<String> keys = new TreeSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(elsewhere);
    return keys.stream().filter(key -> !before.path(key).equals(after.path(key))).toList();
  }
}
