package com.configcat.management.targeting;

import java.util.Objects;

/** Limits on texts that the API's document declares, in characters of UTF-16. */
final class Texts {
  private static final int MAX_ATTRIBUTE_LENGTH = 1000;
  private static final int MAX_HINT_LENGTH = 1500;

  private Texts() {}

  static String attribute(String name) {
    Objects.requireNonNull(name, "The attribute is null: name one of the User Object's");
    if (name.isBlank()) {
      throw new IllegalArgumentException("The attribute is blank: name one of the User Object's");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The attribute holds a control character: name one of the User Object's");
    }
    return limited(name, MAX_ATTRIBUTE_LENGTH, "The attribute");
  }

  static String hint(String hint) {
    Objects.requireNonNull(hint, "hint is null: give a text, or add none");
    return limited(hint, MAX_HINT_LENGTH, "The hint");
  }

  private static String limited(String text, int maxLength, String what) {
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(
          what + " has " + text.length() + " characters: the service takes at most " + maxLength);
    }
    return text;
  }
}
