package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives each operation one tag, the resource it belongs to: {@code Products} of {@code
 * ProductsApi}.
 *
 * <p>A known operation stays where {@code fixes.yaml} has it, whatever its tag is called. A new one
 * joins the known operations that share its tag; where those belong to several resources, or where
 * it has no tag, {@link NearestResource} chooses. A tag without a known operation makes a resource
 * of its own.
 */
final class ResourceFix {
  private final Map<String, OperationName> names;

  ResourceFix(Map<String, OperationName> names) {
    this.names = names;
  }

  void apply(ObjectNode document) {
    List<ApiOperation> operations = ApiOperations.of(document);
    Map<String, String> resources = resources(operations);
    ArrayNode described = describe(document, operations, resources);
    operations.forEach(
        operation -> operation.json().putArray("tags").add(resources.get(operation.key())));
    document.set("tags", described);
  }

  /** Returns the resource of each operation. */
  private Map<String, String> resources(List<ApiOperation> operations) {
    Map<String, Set<String>> byTag = new TreeMap<>();
    for (ApiOperation operation : operations) {
      OperationName name = names.get(operation.key());
      if (name != null) {
        byTag.computeIfAbsent(tag(operation), none -> new TreeSet<>()).add(name.resource());
      }
    }
    NearestResource nearest = new NearestResource(names);
    Map<String, String> newResources = newResources(operations, byTag.keySet());
    Map<String, String> resources = new TreeMap<>();
    for (ApiOperation operation : operations) {
      OperationName name = names.get(operation.key());
      String tag = tag(operation);
      String resource;
      if (name != null) {
        resource = name.resource();
      } else if (tag.isEmpty()) {
        resource = nearest.to(operation.path(), nearest.all());
      } else if (byTag.containsKey(tag)) {
        resource = nearest.to(operation.path(), byTag.get(tag));
      } else {
        resource = Objects.requireNonNull(newResources.get(tag));
      }
      resources.put(operation.key(), resource);
    }
    return resources;
  }

  /**
   * Names a resource after each tag that no known operation has; a name that is taken gets a
   * number.
   */
  private Map<String, String> newResources(List<ApiOperation> operations, Set<String> knownTags) {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (ApiOperation operation : operations) {
      OperationName name = names.get(operation.key());
      if (name != null) {
        taken.add(name.resource());
      }
    }
    Map<String, String> resources = new TreeMap<>();
    for (String tag :
        operations.stream().map(ResourceFix::tag).collect(Collectors.toCollection(TreeSet::new))) {
      if (!tag.isEmpty() && !knownTags.contains(tag)) {
        String stem = stem(tag);
        String resource = stem;
        for (int number = 2; !taken.add(resource); number++) {
          resource = stem + number;
        }
        resources.put(tag, resource);
      }
    }
    return resources;
  }

  /** Lists the resources, each with the words of the tag that most of its operations have. */
  private static ArrayNode describe(
      ObjectNode document, List<ApiOperation> operations, Map<String, String> resources) {
    Map<String, Map<String, Integer>> tags = new TreeMap<>();
    for (ApiOperation operation : operations) {
      tags.computeIfAbsent(resources.get(operation.key()), none -> new TreeMap<>())
          .merge(tag(operation), 1, Integer::sum);
    }
    ArrayNode described = document.arrayNode();
    tags.forEach(
        (resource, counts) -> {
          String tag =
              counts.entrySet().stream()
                  .max(
                      Map.Entry.<String, Integer>comparingByValue()
                          .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                  .orElseThrow()
                  .getKey();
          ObjectNode entry = described.addObject().put("name", resource);
          for (JsonNode old : document.path("tags")) {
            if (old.path("name").asText().equals(tag) && old.has("description")) {
              entry.set("description", old.get("description"));
            }
          }
        });
    return described;
  }

  private static String tag(ApiOperation operation) {
    return operation.json().path("tags").path(0).asText("");
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
