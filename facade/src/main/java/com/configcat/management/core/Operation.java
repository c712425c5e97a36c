package com.configcat.management.core;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;

/**
 * An operation of the API: what the service limits and what errors are about.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param path the path with its parameters in braces, such as {@code /v1/products/{productId}}
 */
public record Operation(String method, String path) implements Serializable {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  /**
   * Makes an operation.
   *
   * @param method the HTTP method, such as {@code GET}
   * @param path the path with its parameters in braces
   */
  public Operation {
    check(method, "method is null, blank or holds a control character: give one such as GET");
    check(path, "path is null, blank or holds a control character: give one such as /v1/products");
  }

  private static void check(String part, String message) {
    if (Objects.requireNonNull(part, message).isBlank()
        || part.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * Says whether the operation only reads (RFC 9110, 9.2.1).
   *
   * @return whether it changes nothing at the service
   */
  public boolean isSafe() {
    return SAFE.contains(method);
  }

  /**
   * Says whether the operation may be repeated without doing more than once (RFC 9110, 9.2.2).
   *
   * @return true for reading, replacing and deleting
   */
  public boolean isIdempotent() {
    return IDEMPOTENT.contains(method);
  }

  /** Returns method and path, such as {@code GET /v1/products}. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
