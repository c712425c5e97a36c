package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * Thrown when an existing resource differs from the desired state in a property that cannot be
 * changed, or not by this call. Nothing was written.
 */
public final class ImmutablePropertyException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** The name of the property. */
  private final String property;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the call that read the resource
   * @param property the name of the property, as the service spells it
   */
  public ImmutablePropertyException(String message, FailureContext failure, String property) {
    super(message, null, failure);
    this.property = property;
  }

  /**
   * Returns the name of the property.
   *
   * @return the name as the service spells it, such as {@code settingType}
   */
  public String property() {
    return property;
  }
}
