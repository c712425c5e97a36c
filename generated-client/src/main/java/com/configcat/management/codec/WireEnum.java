package com.configcat.management.codec;

import org.jspecify.annotations.Nullable;

/** An enum of the API. Newer versions of the service may have more values. */
public interface WireEnum {
  /**
   * Returns the value used on the wire.
   *
   * @return null for the constant that represents all unknown values
   */
  @Nullable String wireValue();
}
