package com.configcat.management.openapi.pinned;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether a text says more than the name that it stands beside. */
public final class InformativeWords {
  private static final Pattern WORD_OF_NAME =
      Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+");
  private static final Pattern WORD_OF_TEXT = Pattern.compile("[a-z0-9]+");
  private static final Set<String> FILLERS =
      Set.of(
          ("the a an of this that is are in for to and or it its by on with which all any one as be"
                  + " has have from at model value id identifier name object list")
              .split(" "));

  private InformativeWords() {}

  /** Returns the words of a text that neither its name has nor any text needs. */
  static Set<String> informative(String name, String text) {
    Set<String> known = new HashSet<>(FILLERS);
    for (String word : matches(WORD_OF_NAME, name)) {
      String plain = word.toLowerCase(Locale.ROOT);
      known.add(plain);
      known.add(plain + "s");
      known.add(plain.replaceFirst("s$", ""));
    }
    Set<String> words = matches(WORD_OF_TEXT, text.toLowerCase(Locale.ROOT));
    words.removeAll(known);
    return words;
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
