package com.configcat.management.codec.internal;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Builds the text of a model from the properties that are set. */
public final class ModelText {
  private final StringJoiner joiner;

  public ModelText(String model) {
    this.joiner = new StringJoiner(", ", model + "{", "}");
  }

  public ModelText add(String name, @Nullable Object value) {
    if (value != null) {
      joiner.add(name + "=" + value);
    }
    return this;
  }

  /** Adds a property without its value. */
  public ModelText addSecret(String name, @Nullable Object value) {
    return add(name, value == null ? null : "***");
  }

  @Override
  public String toString() {
    return joiner.toString();
  }
}
