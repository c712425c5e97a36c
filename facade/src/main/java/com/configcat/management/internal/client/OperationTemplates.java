package com.configcat.management.internal.client;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.ManagedCallAdapterFactory;
import com.configcat.management.operations.OperationsFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Maps a method and a path to the API operation whose rate limit they share. */
public final class OperationTemplates {
  /** Those with fewer parameters come first, since they are more specific. */
  private static final List<Template> TEMPLATES =
      OperationsFactory.apis().stream()
          .flatMap(api -> Arrays.stream(api.getMethods()))
          .filter(method -> Modifier.isAbstract(method.getModifiers()))
          .map(OperationTemplates::operation)
          .distinct()
          .map(Template::new)
          .sorted(
              Comparator.comparing(Template::parameters)
                  .thenComparing(template -> template.operation().path()))
          .toList();

  private static final Set<Operation> OPERATIONS =
      TEMPLATES.stream().map(Template::operation).collect(Collectors.toUnmodifiableSet());

  private static final Pattern WORD = Pattern.compile("v\\d+|[A-Za-z][A-Za-z_-]*|.*\\{.*");

  private OperationTemplates() {}

  private static Operation operation(Method method) {
    return ManagedCallAdapterFactory.operation(method.getAnnotations());
  }

  /**
   * Returns the operation that a request belongs to.
   *
   * @param segments those of its path, decoded; parameters in braces stand for themselves
   * @return the API's operation; for what is unknown to the API, one shared by all paths of the
   *     same shape
   */
  public static Operation of(String method, List<String> segments) {
    return TEMPLATES.stream()
        .filter(template -> template.matches(method, segments))
        .findFirst()
        .map(Template::operation)
        .orElseGet(() -> new Operation(method, "/" + String.join("/", guessed(segments))));
  }

  /** Returns whether it is one of the API's, rather than of a shape that the API does not have. */
  public static boolean isKnown(Operation operation) {
    return OPERATIONS.contains(operation);
  }

  private static List<String> guessed(List<String> segments) {
    return segments.stream()
        .map(
            segment ->
                !WORD.matcher(segment).matches()
                    ? "{id}"
                    : segment.contains("{") ? segment : segment.toLowerCase(Locale.ROOT))
        .toList();
  }

  private record Template(Operation operation, List<String> segments) {
    Template(Operation operation) {
      this(operation, List.of(operation.path().substring(1).split("/", -1)));
    }

    long parameters() {
      return segments.stream().filter(segment -> segment.startsWith("{")).count();
    }

    /** Ignores the case of a path's words, as the service does. */
    boolean matches(String method, List<String> path) {
      return operation.method().equals(method)
          && segments.size() == path.size()
          && IntStream.range(0, path.size())
              .allMatch(
                  i ->
                      segments.get(i).startsWith("{")
                          || segments.get(i).equalsIgnoreCase(path.get(i)));
    }
  }
}
