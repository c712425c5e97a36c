package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/**
 * Gives each operation an id that no other has, and the name of its blocking method as {@code
 * x-operation-name}.
 *
 * <p>Names listed in the fixes come first; the others are made from the operation id, or from
 * method and path where there is none. A refresh writes them into the fixes as they are, so that a
 * name never changes unless somebody edits it there.
 */
public final class NameFix {
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "getClass",
          "hashCode",
          "equals",
          "clone",
          "toString",
          "notify",
          "notifyAll",
          "wait",
          "finalize");

  /** Words that the generator would rename although Java does not ask for it. */
  private static final Set<String> RENAMED = Set.of("configuration", "file", "list", "object");

  private final Fixes fixes;
  private final Map<String, Set<String>> reserved;

  /**
   * Names operations.
   *
   * @param fixes the names of known operations
   * @param reserved by resource, the names that no new operation may take
   */
  NameFix(Fixes fixes, Map<String, Set<String>> reserved) {
    this.fixes = fixes;
    this.reserved = reserved;
  }

  void apply(ObjectNode document) {
    List<ApiOperation> knownFirst = new ArrayList<>(ApiOperations.of(document));
    knownFirst.sort(Comparator.comparing(operation -> !fixes.names().containsKey(operation.key())));
    Set<String> ids = new HashSet<>();
    Map<String, Integer> shortNames = new HashMap<>();
    for (ApiOperation operation : knownFirst) {
      String id = operationId(operation);
      if (!ids.add(camelCase(id))) {
        id = unique(idFromPath(operation), ids);
      }
      operation.json().put("operationId", id);
      if (!fixes.names().containsKey(operation.key())) {
        shortName(document, operation)
            .ifPresent(name -> shortNames.merge(resource(operation) + "." + name, 1, Integer::sum));
      }
    }
    Map<String, Set<String>> names = new HashMap<>();
    for (ApiOperation operation : knownFirst) {
      String resource = resource(operation);
      Set<String> taken =
          names.computeIfAbsent(resource, none -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
      Optional<String> shortName =
          shortName(document, operation)
              // Of two that want it neither gets it: a third might come in between.
              .filter(name -> shortNames.getOrDefault(resource + "." + name, 0) == 1);
      operation.json().put("x-operation-name", name(operation, shortName, taken));
    }
  }

  private static Optional<String> shortName(ObjectNode document, ApiOperation operation) {
    return ShortName.of(
        document, operation, resource(operation), operation.json().path("operationId").asText());
  }

  private static String resource(ApiOperation operation) {
    return operation.json().path("tags").path(0).asText();
  }

  private String operationId(ApiOperation operation) {
    String fixed = fixes.operationIds().get(operation.key());
    if (fixed != null) {
      return fixed;
    }
    String given = inWords(operation.json().path("operationId").asText());
    if (given.isEmpty()) {
      return idFromPath(operation);
    }
    if (Character.isDigit(given.charAt(0))) {
      return "call-" + given; // As the generator names its method.
    }
    // The generator would rename keywords its own way, and does not know that an interface cannot
    // have getClass().
    String name = camelCase(given);
    boolean taken =
        !SourceVersion.isName(name) || METHODS_OF_OBJECT.contains(name) || RENAMED.contains(name);
    return taken ? given + "-operation" : given;
  }

  private static String idFromPath(ApiOperation operation) {
    return inWords(operation.method().toLowerCase(Locale.ROOT) + operation.path());
  }

  private static String inWords(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static String unique(String wanted, Set<String> taken) {
    String id = wanted;
    for (int number = 2; !taken.add(camelCase(id)); number++) {
      id = wanted + number;
    }
    return id;
  }

  private String name(ApiOperation operation, Optional<String> shortName, Set<String> taken) {
    OperationName known = fixes.names().get(operation.key());
    if (known != null) {
      taken.add(known.method());
      return known.method();
    }
    String resource = resource(operation);
    if (shortName.isPresent() && isLegal(resource, shortName.get()) && taken.add(shortName.get())) {
      return shortName.get();
    }
    String name = camelCase(operation.json().path("operationId").asText());
    return unique(isLegal(resource, name) ? name : name + "Operation", taken);
  }

  private boolean isLegal(String resource, String name) {
    return SourceVersion.isName(name)
        && !METHODS_OF_OBJECT.contains(name)
        && !reserved.getOrDefault(resource, Set.of()).contains(name);
  }

  /** Turns {@code get-products} into {@code getProducts}; what is in camel case already stays. */
  public static String camelCase(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        String first = word.substring(0, 1);
        name.append(
            name.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT));
        name.append(word.substring(1));
      }
    }
    return name.toString();
  }
}
