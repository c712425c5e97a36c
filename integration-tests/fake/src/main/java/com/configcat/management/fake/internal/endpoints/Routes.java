package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request, by the path templates of the document. */
public final class Routes {
  private final Map<String, Route> byName = new LinkedHashMap<>();

  /**
   * An operation of the document.
   *
   * @param operation as the document has it
   * @param handler what serves it, null if nothing does
   */
  public record Route(Document.Operation operation, @Nullable RequestHandler handler) {}

  /**
   * Where a request leads.
   *
   * @param route the operation
   * @param path the path's parameters, by name
   */
  public record Match(Route route, Map<String, String> path) {}

  public Routes(Document document) {
    document
        .operations()
        .forEach(operation -> byName.put(operation.toString(), new Route(operation, null)));
  }

  /**
   * Serves an operation. One that the document does not have, as a pulled one may not, is left out.
   *
   * @throws IllegalStateException if it is served already
   */
  void serve(String method, String template, RequestHandler handler) {
    String name = method + " " + template;
    Route known = byName.get(name);
    if (known != null && known.handler() != null) {
      throw new IllegalStateException(name + " is served twice");
    }
    if (known != null) {
      byName.put(name, new Route(known.operation(), handler));
    }
  }

  /** The operations that have a handler: method, space, template. */
  public Set<String> served() {
    Set<String> served = new TreeSet<>();
    byName.forEach(
        (name, route) -> {
          if (route.handler() != null) {
            served.add(name);
          }
        });
    return served;
  }

  public Optional<Match> match(String method, List<String> segments) {
    return matches(segments).stream()
        .filter(match -> match.route().operation().method().equals(method))
        .findFirst();
  }

  /** Whether some method leads somewhere. */
  public boolean knows(List<String> segments) {
    return !matches(segments).isEmpty();
  }

  private List<Match> matches(List<String> segments) {
    List<Match> matches = new ArrayList<>();
    for (Route route : byName.values()) {
      Map<String, String> path = new LinkedHashMap<>();
      if (matches(route.operation().template().substring(1).split("/"), segments, path)) {
        matches.add(new Match(route, path));
      }
    }
    return matches;
  }

  private static boolean matches(
      String[] template, List<String> segments, Map<String, String> path) {
    if (template.length != segments.size()) {
      return false;
    }
    for (int i = 0; i < template.length; i++) {
      String part = template[i];
      if (part.startsWith("{") && !segments.get(i).isEmpty()) {
        path.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }
}
