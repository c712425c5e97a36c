package com.configcat.management.hal;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.client.OperationTemplates;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Maps a GET of a URL to its API operation, the unit of rate limiting: a followed link shares the
 * limit of the method that reads the same path.
 */
final class ReadOperations {
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
    return OperationTemplates.of("GET", relative(withoutSlash(baseUrl), withoutSlash(url)));
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
}
