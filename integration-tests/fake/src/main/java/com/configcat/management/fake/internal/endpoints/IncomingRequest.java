package com.configcat.management.fake.internal.endpoints;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as received, before validation.
 *
 * @param method in capitals
 * @param path as sent, without the query
 * @param target as sent, with the query
 * @param segments the path's parts, decoded
 * @param query values by name
 * @param headers values by name in small letters
 * @param body what was sent, empty if nothing
 */
public record IncomingRequest(
    String method,
    String path,
    String target,
    List<String> segments,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {
  public IncomingRequest {
    segments = List.copyOf(segments);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
