package com.configcat.management.internal.core;

import java.util.List;
import java.util.Objects;

/** Refuses arguments with a sentence that says what to give instead. */
public final class Preconditions {
  private static final int LONGEST_ATTRIBUTE = 1000;

  private Preconditions() {}

  /**
   * Refuses null.
   *
   * @param <T> its type
   * @param value the argument
   * @param name how it is called
   * @param advice what to give, such as {@code give the id of a Product}
   * @return the value
   */
  public static <T> T value(T value, String name, String advice) {
    return Objects.requireNonNull(value, () -> name + " is null: " + advice);
  }

  /**
   * Refuses null, and text of one line that is blank, has control characters or is too long.
   *
   * @param text the argument
   * @param name how it is called
   * @param longest how many characters the service takes
   * @param advice what to give
   * @return the text
   */
  public static String text(String text, String name, int longest, String advice) {
    return atMost(text(text, name, advice), name, longest);
  }

  /**
   * Refuses null, and text of one line that is blank or has control characters.
   *
   * @param text the argument
   * @param name how it is called
   * @param advice what to give
   * @return the text
   */
  public static String text(String text, String name, String advice) {
    lines(text, name, advice);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          name + " holds a control character, such as a line break: leave it out");
    }
    return text;
  }

  /**
   * Refuses what cannot be the name of an attribute of the User Object.
   *
   * @param name the argument
   * @return the name
   */
  public static String attribute(String name) {
    return text(name, "The attribute", LONGEST_ATTRIBUTE, "name one of the User Object's");
  }

  /**
   * Refuses null and blank text; it may have several lines.
   *
   * @param text the argument
   * @param name how it is called
   * @param advice what to give
   * @return the text
   */
  public static String lines(String text, String name, String advice) {
    if (value(text, name, advice).isBlank()) {
      throw new IllegalArgumentException(name + " is blank: " + advice);
    }
    return text;
  }

  /**
   * Refuses null and text that is too long; it may be blank.
   *
   * @param text the argument
   * @param name how it is called
   * @param longest how many characters the service takes
   * @return the text
   */
  public static String atMost(String text, String name, int longest) {
    value(text, name, "leave it out, or give a text");
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          name
              + " has "
              + text.length()
              + " characters, and the service takes "
              + longest
              + ": give a shorter one");
    }
    return text;
  }

  /**
   * Refuses null, and null inside.
   *
   * @param <T> what is in it
   * @param values the argument
   * @param name how it is called
   * @param advice what to give
   * @return a copy that does not change
   */
  public static <T> List<T> list(List<T> values, String name, String advice) {
    for (T value : value(values, name, advice)) {
      Objects.requireNonNull(value, () -> "null is among " + name + ": " + advice);
    }
    return List.copyOf(values);
  }

  /**
   * Refuses ids and counts below 1.
   *
   * @param number the argument
   * @param name how it is called
   * @param advice what to give
   * @return the number
   */
  public static int positive(int number, String name, String advice) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is " + number + ": " + advice);
    }
    return number;
  }
}
