package com.configcat.management.codec;

import org.jspecify.annotations.Nullable;

/** An enum of the API, which a newer service may know more values of. */
public interface WireEnum {
  /**
   * Returns the value as it travels.
   *
   * @return the wire's value, or null for the constant that stands for all unknown ones
   */
  @Nullable String wireValue();
}
