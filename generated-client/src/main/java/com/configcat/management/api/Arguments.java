package com.configcat.management.api;

import org.jspecify.annotations.Nullable;

/** Checks of arguments, made before a call exists. */
final class Arguments {
  private Arguments() {}

  static <T> T check(@Nullable T value, String name) {
    if (value == null) {
      throw new NullPointerException(name + " is null: give a value");
    }
    return value;
  }

  static String check(@Nullable String value, String name) {
    if (value == null) {
      throw new NullPointerException(name + " is null: give a value");
    }
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank: give a value");
    }
    return value;
  }
}
