package com.configcat.management.openapi.compare;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sentence of this project's words around names of a document, which nobody may trust: they are
 * kept apart until a report writes both.
 *
 * @param words our words, with {@code {}} where a name goes
 * @param names as many
 */
public record Sentence(String words, List<String> names) {
  private static final String NAME = "{}";

  public Sentence {
    if (words.split("\\{}", -1).length != names.size() + 1) {
      throw new IllegalArgumentException(words + " has no place for each of " + names);
    }
  }

  static Sentence of(String words, String... names) {
    return new Sentence(words, List.of(names));
  }

  /** Returns this sentence with more words behind it. */
  public Sentence then(String more, String... moreNames) {
    return new Sentence(
        words + more,
        java.util.stream.Stream.concat(names.stream(), java.util.Arrays.stream(moreNames))
            .toList());
  }

  /**
   * Writes the sentence.
   *
   * @param asText writes our words
   * @param asName writes a name
   */
  public String write(UnaryOperator<String> asText, UnaryOperator<String> asName) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (String name : names) {
      int place = words.indexOf(NAME, at);
      text.append(asText.apply(words.substring(at, place))).append(asName.apply(name));
      at = place + NAME.length();
    }
    return text.append(asText.apply(words.substring(at))).toString();
  }

  public Sentence then(Sentence more) {
    return then(more.words(), more.names().toArray(String[]::new));
  }

  /** Returns the sentence with a capital letter in front, unless a name is there. */
  public Sentence capitalized() {
    return words.isEmpty()
        ? this
        : new Sentence(
            words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1), names);
  }

  /** Writes the sentence without any marks. */
  @Override
  public String toString() {
    return write(UnaryOperator.identity(), UnaryOperator.identity());
  }
}
