package com.configcat.management.openapi.fix;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the resource that a new operation belongs to by its path: the one with a known path that
 * shares the longest beginning, then the one with more operations, then the first by name.
 *
 * <p>Beginnings are counted in segments. The version in front decides only between paths that are
 * otherwise alike, so that {@code /v2/products/{productId}/tags} finds the Tags of V1.
 */
final class NearestResource {
  /** Where no operation is known at all. */
  private static final String UNTAGGED = "Untagged";

  /** Paths by resource. */
  private final Map<String, Set<String>> known = new TreeMap<>();

  private final Map<String, Integer> sizes = new TreeMap<>();

  NearestResource(Map<String, OperationName> names) {
    names.forEach(
        (operation, name) -> {
          known
              .computeIfAbsent(name.resource(), none -> new TreeSet<>())
              .add(operation.substring(operation.indexOf(' ') + 1));
          sizes.merge(name.resource(), 1, Integer::sum);
        });
  }

  Set<String> all() {
    return known.keySet();
  }

  String to(String path, Collection<String> candidates) {
    return candidates.stream()
        .min(
            Comparator.comparingInt((String resource) -> -beginning(path, resource, false))
                .thenComparingInt(resource -> -beginning(path, resource, true))
                .thenComparingInt(resource -> -sizes.getOrDefault(resource, 0))
                .thenComparing(resource -> resource))
        .orElse(UNTAGGED);
  }

  private int beginning(String path, String resource, boolean withVersion) {
    List<String> wanted = segments(path, withVersion);
    return known.getOrDefault(resource, Set.of()).stream()
        .mapToInt(other -> shared(wanted, segments(other, withVersion)))
        .max()
        .orElse(0);
  }

  private static int shared(List<String> one, List<String> other) {
    int shared = 0;
    while (shared < one.size()
        && shared < other.size()
        && one.get(shared).equals(other.get(shared))) {
      shared++;
    }
    return shared;
  }

  /** Names of parameters say nothing: {@code {id}} stands where {@code {productId}} stood. */
  private static List<String> segments(String path, boolean withVersion) {
    String known = path.replaceAll("\\{[^}]*}", "{}");
    return List.of((withVersion ? known : known.replaceFirst("^/v\\d+(?=/)", "")).split("/", -1));
  }
}
