package com.configcat.management.core;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API operation: the unit of rate limiting and of error reporting.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param path the path template with parameters in braces, such as {@code /v1/products/{productId}}
 */
public record Operation(String method, String path) implements Serializable {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  /**
   * Creates an operation.
   *
   * @param method the HTTP method, such as {@code GET}
   * @param path the path template with parameters in braces
   * @throws IllegalArgumentException if either is blank or contains a control character
   */
  public Operation {
    check(method, "method is null, blank or contains a control character: give one such as GET");
    check(
        path, "path is null, blank or contains a control character: give one such as /v1/products");
  }

  private static void check(String part, String message) {
    if (Objects.requireNonNull(part, message).isBlank()) {
      throw new IllegalArgumentException(message);
    }
    for (int i = 0; i < part.length(); i++) {
      if (Character.isISOControl(part.charAt(i))) {
        throw new IllegalArgumentException(message);
      }
    }
  }

  /**
   * Returns whether the method is safe, that is, only reads (RFC 9110, 9.2.1).
   *
   * @return true for GET, HEAD and OPTIONS
   */
  public boolean isSafe() {
    return SAFE.contains(method);
  }

  /**
   * Returns whether the method is idempotent: repeating it has no further effect (RFC 9110, 9.2.2).
   *
   * @return true for GET, HEAD, OPTIONS, PUT and DELETE
   */
  public boolean isIdempotent() {
    return IDEMPOTENT.contains(method);
  }

  // Written out: in Java 17 the JDK holds on to the class whose generated equals was called last,
  // and so to its class loader.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Operation operation
        && method.equals(operation.method)
        && path.equals(operation.path);
  }

  @Override
  public int hashCode() {
    return 31 * method.hashCode() + path.hashCode();
  }

  /** Returns the method and path, such as {@code GET /v1/products}. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
