package com.configcat.management.spring;

/**
 * A property that the client cannot be built with. Unlike Spring Boot's own exception it does not
 * lead to the value, which may be a password.
 */
final class InvalidPropertyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String property;

  InvalidPropertyException(String property, String reason) {
    super(property + ": " + reason);
    this.property = property;
  }

  String property() {
    return property;
  }
}
