package com.configcat.management.internal.ensure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds names similar to one that was not found. */
final class Suggestions {
  private static final int MOST = 5;
  private static final int TELLING = 3;

  private Suggestions() {}

  /**
   * Returns names that differ only in case and separators first, then those with few typos or that
   * contain one another.
   */
  static List<String> of(String wanted, Collection<String> names) {
    String meant = normal(wanted);
    return names.stream()
        .distinct()
        .map(name -> new Candidate(name, distance(meant, normal(name))))
        .filter(
            candidate ->
                candidate.distance() <= tolerated(meant) || partly(meant, normal(candidate.name())))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  private record Candidate(String name, int distance) {}

  private static int tolerated(String meant) {
    return Math.max(1, meant.length() / 3);
  }

  /** Ignores short names, which are part of too many others. */
  private static boolean partly(String one, String other) {
    return Math.min(one.length(), other.length()) >= TELLING
        && (one.contains(other) || other.contains(one));
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}_.-]+", "");
  }

  /** Levenshtein distance. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
