package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Gives each operation an id that no other has, and the name of its blocking method as {@code
 * x-operation-name}.
 *
 * <p>Names listed in the fixes come first; the others are made from the operation id, or from
 * method and path where there is none.
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

  void apply(List<Operation> operations) {
    List<Operation> knownFirst = new ArrayList<>(operations);
    knownFirst.sort(Comparator.comparing(operation -> !fixes.names().containsKey(operation.key())));
    Set<String> ids = new HashSet<>();
    Map<String, Set<String>> names = new HashMap<>();
    for (Operation operation : knownFirst) {
      String id = operationId(operation);
      if (!ids.add(camelCase(id))) {
        id = unique(idFromPath(operation), ids);
      }
      operation.json().put("operationId", id);
      String resource = operation.json().path("tags").path(0).asText();
      Set<String> taken = names.computeIfAbsent(resource, none -> new HashSet<>());
      operation.json().put("x-operation-name", name(operation, resource, id, taken));
    }
  }

  private String operationId(Operation operation) {
    String fixed = fixes.operationIds().get(operation.key());
    if (fixed != null) {
      return fixed;
    }
    String given = inWords(operation.json().path("operationId").asText());
    if (given.isEmpty()) {
      return idFromPath(operation);
    }
    // The generator knows keywords, but not that an interface cannot have getClass().
    boolean taken =
        METHODS_OF_OBJECT.contains(camelCase(given)) || RENAMED.contains(camelCase(given));
    return taken ? given + "-operation" : given;
  }

  private static String idFromPath(Operation operation) {
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

  private String name(Operation operation, String resource, String id, Set<String> taken) {
    OperationName known = fixes.names().get(operation.key());
    if (known != null) {
      taken.add(known.method());
      return known.method();
    }
    return unique(legal(resource, camelCase(id)), taken);
  }

  private String legal(String resource, String name) {
    return SourceVersion.isName(name)
            && !METHODS_OF_OBJECT.contains(name)
            && !reserved.getOrDefault(resource, Set.of()).contains(name)
        ? name
        : name + "Operation";
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
    return !name.isEmpty() && Character.isDigit(name.charAt(0)) ? "call" + name : name.toString();
  }
}
