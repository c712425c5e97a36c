package com.configcat.management.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks arguments before a call is created. */
final class ArgumentChecks {
  private ArgumentChecks() {}

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

  static <T> List<T> check(@Nullable List<T> value, String name) {
    if (value == null) {
      throw new NullPointerException(name + " is null: give a list, which may be empty");
    }
    for (T element : value) {
      if (element == null) {
        throw new NullPointerException(name + " holds a null: leave it out");
      }
    }
    return value;
  }

  /** Checks an id or key in a path or header. */
  static <T> T checkId(@Nullable T value, String name) {
    return check(value, name);
  }

  static String checkId(@Nullable String value, String name) {
    String checked = check(value, name);
    if (checked.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          name + " contains a control character, such as a line break: give it without");
    }
    return checked;
  }

  static <T extends Number> T checkId(@Nullable T value, String name) {
    if (value == null) {
      throw new NullPointerException(name + " is null: give a value");
    }
    if (value.longValue() < 1) {
      throw new IllegalArgumentException(
          name + " is " + value + ", but ids are positive: give one that the service gave");
    }
    return value;
  }
}
