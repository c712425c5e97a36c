package com.configcat.management.internal.core;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Checks arguments; the message of the exception tells what to pass instead. */
public final class Preconditions {
  private static final int LONGEST_ATTRIBUTE = 1000;

  private Preconditions() {}

  /**
   * Rejects null.
   *
   * @param advice what to pass instead, such as {@code give the id of a Product}
   */
  public static <T> T value(T value, String name, String advice) {
    return Objects.requireNonNull(value, () -> name + " is null: " + advice);
  }

  /** Rejects null, and text that is blank, has control characters or is too long. */
  public static String text(String text, String name, int longest, String advice) {
    return atMost(text(text, name, advice), name, longest);
  }

  /** Rejects null, and text that is blank or has control characters. */
  public static String text(String text, String name, String advice) {
    lines(text, name, advice);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          name + " contains a control character, such as a line break: leave it out");
    }
    return text;
  }

  /** Rejects text that cannot be the name of a User Object attribute. */
  public static String attribute(String name) {
    return text(name, "The attribute", LONGEST_ATTRIBUTE, "name one of the User Object's");
  }

  /** Rejects null and blank text, and text that cannot be sent; allows several lines. */
  public static String lines(String text, String name, String advice) {
    if (value(text, name, advice).isBlank()) {
      throw new IllegalArgumentException(name + " is blank: " + advice);
    }
    return sendable(text, name);
  }

  /** Rejects half of a surrogate pair, which UTF-8 cannot carry. */
  public static String sendable(String text, String name) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
        throw new IllegalArgumentException(
            name
                + " contains half of a surrogate pair, which cannot be sent: do not cut a text"
                + " within a character");
      }
    }
    return text;
  }

  /** Rejects null, and text that is too long or cannot be sent; allows blank text. */
  public static String atMost(String text, String name, int longest) {
    value(text, name, "leave it out, or give a text");
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          name
              + " has "
              + text.length()
              + " characters, more than the "
              + longest
              + " that the service accepts: give a shorter one");
    }
    return sendable(text, name);
  }

  /** Rejects null and null elements; returns an unmodifiable copy. */
  public static <T> List<T> list(Collection<? extends T> values, String name, String advice) {
    for (T value : value(values, name, advice)) {
      Objects.requireNonNull(value, () -> name + " contains null: " + advice);
    }
    return List.copyOf(values);
  }

  /** Rejects numbers below 1. */
  public static int positive(int number, String name, String advice) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is " + number + ": " + advice);
    }
    return number;
  }

  /** Refuses a null id. */
  public static UUID id(UUID id, String name) {
    return value(id, name, "give the id of an existing one");
  }

  /** Refuses ids of Settings below 1. */
  public static int settingId(int id) {
    return positive(id, "settingId", "give the id of a flag, which is more than 0");
  }

  /** Refuses text that nothing can be looked up by. */
  public static String lookupText(String text, String name) {
    return text(text, name, "give the one to look for");
  }

  /** Refuses a null predicate. */
  public static <T> T predicate(T predicate) {
    return value(predicate, "The condition", "give one such as name -> name.startsWith(\"test\")");
  }

  /** Refuses a null description of a resource to ensure. */
  public static <T> T desiredState(T wanted) {
    return value(wanted, "wanted", "give the wanted properties, by a builder");
  }

  /** Refuses null descriptions of resources to ensure; returns an unmodifiable copy. */
  public static <T> List<T> desiredStates(Collection<? extends T> wanted) {
    return list(wanted, "wanted", "give the wanted properties of each, by a builder");
  }

  /** Refuses an empty list of Tag ids, and ids below 1; returns each id once. */
  public static Set<Long> tagIds(long... ids) {
    value(ids, "tagIds", "give ids of Tags");
    if (ids.length == 0) {
      throw new IllegalArgumentException("There is no Tag: give the id of at least one");
    }
    Set<Long> tags = new LinkedHashSet<>();
    for (long id : ids) {
      if (id < 1) {
        throw new IllegalArgumentException(
            "A Tag's id is " + id + ": give the id of a Tag, which is more than 0");
      }
      tags.add(id);
    }
    return tags;
  }
}
