package com.configcat.management.hal;

import com.configcat.management.core.Operation;
import com.configcat.management.operations.OperationsFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import retrofit2.http.GET;

/**
 * Maps a GET of a URL to its API operation, the unit of rate limiting: a followed link shares the
 * limit of the method that reads the same path.
 */
final class ReadOperations {
  /** Path templates; those with fewer parameters come first, since they are more specific. */
  private static final List<List<String>> TEMPLATES =
      OperationsFactory.apis().stream()
          .flatMap(api -> Arrays.stream(api.getMethods()))
          .flatMap(ReadOperations::path)
          .distinct()
          .sorted(Comparator.comparing(ReadOperations::parameters).thenComparing(path -> path))
          .map(ReadOperations::segments)
          .toList();

  private static final Pattern WORD = Pattern.compile("v\\d+|[A-Za-z][A-Za-z_-]*");

  private ReadOperations() {}

  /**
   * Returns the operation that reads a URL.
   *
   * @param baseUrl the base URL of the API's paths
   * @param url the URL to read
   * @return the API's operation; for paths unknown to the API, one shared by all paths of the same
   *     shape
   */
  static Operation of(HttpUrl baseUrl, HttpUrl url) {
    List<String> segments = relative(withoutSlash(baseUrl), withoutSlash(url));
    List<String> template =
        TEMPLATES.stream()
            .filter(candidate -> matches(candidate, segments))
            .findFirst()
            .orElseGet(() -> guessed(segments));
    return new Operation("GET", "/" + String.join("/", template));
  }

  private static Stream<String> path(Method method) {
    return Optional.ofNullable(method.getAnnotation(GET.class)).map(GET::value).stream();
  }

  private static long parameters(String path) {
    return path.chars().filter(c -> c == '{').count();
  }

  private static List<String> segments(String path) {
    return List.of(path.replaceFirst("^/", "").split("/", -1));
  }

  private static List<String> withoutSlash(HttpUrl url) {
    List<String> segments = url.pathSegments();
    int last = segments.size() - 1;
    return segments.get(last).isEmpty() ? segments.subList(0, last) : segments;
  }

  private static List<String> relative(List<String> base, List<String> segments) {
    boolean below = segments.size() >= base.size() && segments.subList(0, base.size()).equals(base);
    return below ? segments.subList(base.size(), segments.size()) : segments;
  }

  /** Ignores the case of a path's words, as the service does. */
  private static boolean matches(List<String> template, List<String> segments) {
    return template.size() == segments.size()
        && IntStream.range(0, segments.size())
            .allMatch(
                i ->
                    template.get(i).startsWith("{")
                        || template.get(i).equalsIgnoreCase(segments.get(i)));
  }

  private static List<String> guessed(List<String> segments) {
    return segments.stream()
        .map(s -> WORD.matcher(s).matches() ? s.toLowerCase(Locale.ROOT) : "{id}")
        .toList();
  }
}
