package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.CanonicalJson;
import com.configcat.management.openapi.document.Operation;
import com.configcat.management.openapi.document.Operations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives each operation one tag, which is the stem of its class: {@code Products} of {@code
 * ProductsApi}.
 *
 * <p>A tag that the fixes do not name keeps its ASCII letters and digits; a stem that is taken gets
 * a number.
 */
final class TagFix {
  private static final String UNTAGGED = "Untagged";
  private final Map<String, String> listed;

  TagFix(Map<String, String> listed) {
    this.listed = listed;
  }

  void apply(ObjectNode document) {
    Set<String> tags = new TreeSet<>();
    Operations.of(document).forEach(operation -> tags.add(tag(operation)));
    Map<String, String> stems = stems(tags);
    for (Operation operation : Operations.of(document)) {
      String stem = stems.get(tag(operation));
      operation.json().putArray("tags").add(stem);
    }
    ArrayNode described = document.arrayNode();
    for (Map.Entry<String, String> stem : stems.entrySet()) {
      ObjectNode entry =
          described.addObject().put("name", stem.getValue()).put("x-tag-name", stem.getKey());
      for (JsonNode old : document.path("tags")) {
        if (old.path("name").asText().equals(stem.getKey()) && old.has("description")) {
          entry.set("description", old.get("description"));
        }
      }
    }
    document.set("tags", described);
  }

  private static String tag(Operation operation) {
    return operation.json().path("tags").path(0).asText(UNTAGGED);
  }

  private Map<String, String> stems(Set<String> tags) {
    Map<String, String> stems = new TreeMap<>();
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    tags.stream()
        .sorted(
            Comparator.comparing((String tag) -> !listed.containsKey(tag))
                .thenComparing(tag -> tag))
        .forEach(
            tag -> {
              String wanted = listed.containsKey(tag) ? listed.get(tag) : stem(tag);
              String stem = wanted;
              for (int number = 2; !taken.add(stem); number++) {
                stem = wanted + number;
              }
              stems.put(tag, stem);
            });
    return stems;
  }

  private static String stem(String tag) {
    StringBuilder stem = new StringBuilder();
    for (String word : tag.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        stem.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    if (stem.isEmpty()) {
      return "Tag" + CanonicalJson.sha256(tag).substring(0, 6);
    }
    return Character.isDigit(stem.charAt(0)) ? "Tag" + stem : stem.toString();
  }
}
