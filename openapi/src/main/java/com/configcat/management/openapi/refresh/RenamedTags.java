package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds tags that another document only calls differently, so that their words can stay: all of a
 * tag's operations that are still there have one and the same new tag, and no others of ours do.
 */
final class RenamedTags {
  private RenamedTags() {}

  /** Returns the new names by the old ones. */
  static Map<String, String> between(ObjectNode ours, ObjectNode theirs) {
    Map<String, String> now = new HashMap<>();
    Set<String> theirTags = new HashSet<>();
    for (ApiOperation operation : ApiOperations.of(theirs)) {
      now.put(operation.key(), tag(operation));
      theirTags.add(tag(operation));
    }
    Set<String> ourTags = new HashSet<>();
    Map<String, Set<String>> after = new TreeMap<>();
    Map<String, Set<String>> before = new TreeMap<>();
    for (ApiOperation operation : ApiOperations.of(ours)) {
      ourTags.add(tag(operation));
      String tag = now.get(operation.key());
      if (tag != null) {
        after.computeIfAbsent(tag(operation), none -> new TreeSet<>()).add(tag);
        before.computeIfAbsent(tag, none -> new TreeSet<>()).add(tag(operation));
      }
    }
    Map<String, String> renamed = new TreeMap<>();
    after.forEach(
        (tag, tags) -> {
          String only = tags.iterator().next();
          boolean isRenamed = tags.size() == 1 && before.getOrDefault(only, Set.of()).size() == 1;
          if (isRenamed && !theirTags.contains(tag) && !ourTags.contains(only)) {
            renamed.put(tag, only);
          }
        });
    return renamed;
  }

  /** Calls tags what they are called now, in their list and at operations. */
  static void apply(Map<String, String> renamed, ObjectNode document) {
    for (JsonNode tag : document.path("tags")) {
      String name = renamed.get(tag.path("name").asText());
      if (name != null) {
        ((ObjectNode) tag).put("name", name);
      }
    }
    for (ApiOperation operation : ApiOperations.of(document)) {
      String name = renamed.get(tag(operation));
      if (name != null) {
        ((ArrayNode) operation.json().path("tags")).set(0, TextNode.valueOf(name));
      }
    }
  }

  private static String tag(ApiOperation operation) {
    return operation.json().path("tags").path(0).asText();
  }
}
