package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * What is there differs from what is wanted in a property that cannot be changed, or not by this
 * call. Nothing was written.
 */
public final class ImmutablePropertyException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** Which property. */
  private final String property;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure how it was read
   * @param property which one, as the service spells it
   */
  public ImmutablePropertyException(String message, FailureContext failure, String property) {
    super(message, null, failure);
    this.property = property;
  }

  /**
   * Returns the property.
   *
   * @return as the service spells it, such as {@code settingType}
   */
  public String property() {
    return property;
  }
}
