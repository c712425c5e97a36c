package com.configcat.management.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An SDK key, which identifies a Config and an Environment.
 *
 * <p>The key is a secret: {@link #toString()} masks it. Immutable.
 */
public final class SdkKey {
  private final String value;

  private SdkKey(String value) {
    this.value = value;
  }

  /**
   * Creates an SDK key.
   *
   * @param value the key as shown on the Dashboard
   * @return the key
   * @throws IllegalArgumentException if it is blank, or contains whitespace or anything but
   *     printable ASCII
   */
  public static SdkKey of(String value) {
    Objects.requireNonNull(value, "The SDK key is null: copy it from the Dashboard");
    if (value.isBlank()) {
      throw new IllegalArgumentException("The SDK key is blank: copy it from the Dashboard");
    }
    if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "The SDK key contains characters that no SDK key has: copy it from the Dashboard");
    }
    return new SdkKey(value);
  }

  /**
   * Returns the key, unmasked.
   *
   * @return the secret
   */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SdkKey that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns a text that does not contain the key. */
  @Override
  public String toString() {
    return "SdkKey{***}";
  }
}
