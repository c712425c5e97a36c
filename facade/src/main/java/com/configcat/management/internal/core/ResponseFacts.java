package com.configcat.management.internal.core;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response without its body.
 *
 * @param headers by name, ignoring case, with secrets masked; serializable
 * @param retryAfter the wait that the service asks for; null if none
 * @param quotaRemaining the requests left in the longest window; null if not sent
 * @param quotaReset the end of that window; null if not sent
 */
public record ResponseFacts(
    int statusCode,
    Map<String, List<String>> headers,
    @Nullable Duration retryAfter,
    @Nullable Integer quotaRemaining,
    @Nullable Instant quotaReset)
    implements Serializable {

  public Optional<String> header(String name) {
    Preconditions.text(name, "name", "give one such as X-Request-Id");
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }
}
