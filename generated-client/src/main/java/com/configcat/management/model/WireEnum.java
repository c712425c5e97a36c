package com.configcat.management.model;

import org.jspecify.annotations.Nullable;

/** An enum of the API. Newer versions of the service may have more values. */
public interface WireEnum {
  /**
   * Returns the value used on the wire.
   *
   * @return null for the constant that represents all unknown values
   */
  @Nullable String wireValue();

  /**
   * Returns the value used on the wire, to send it.
   *
   * @return the value
   * @throws IllegalArgumentException if this is the constant that represents all unknown values
   */
  default String requireWireValue() {
    String wireValue = wireValue();
    if (wireValue == null) {
      throw new IllegalArgumentException(
          this
              + " stands for "
              + getClass().getSimpleName()
              + " values that this client does not know; it cannot be sent");
    }
    return wireValue;
  }
}
