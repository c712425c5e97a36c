package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ContractException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts drafted entries under {@code [Unreleased]} of the changelog, each behind those of its kind.
 */
final class UnreleasedChanges {
  private static final String TITLE = "## [Unreleased]";
  private final List<String> lines;

  private UnreleasedChanges(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Returns the changelog with the entries in it; one that is there already is not added again.
   *
   * @param changelog the text of the changelog
   * @param draft entries that begin with {@code -}, below kinds such as {@code **New**}
   */
  static String in(String changelog, String draft) {
    UnreleasedChanges changes = new UnreleasedChanges(new ArrayList<>(changelog.lines().toList()));
    String kind = "";
    for (String entry : draft.split("\n(?=- |\\*\\*)", -1)) {
      if (entry.startsWith("**")) {
        kind = entry.strip();
      } else if (entry.startsWith("- ")) {
        changes.insert(kind, entry.stripTrailing());
      }
    }
    return String.join("\n", changes.lines) + "\n";
  }

  private void insert(String kind, String entry) {
    int start = lines.indexOf(TITLE);
    if (start < 0) {
      throw new ContractException("the changelog has no " + TITLE);
    }
    int end = next(start, "## ");
    if (String.join("\n", lines.subList(start, end)).contains(entry)) {
      return;
    }
    int group = lines.subList(start, end).indexOf(kind);
    if (group < 0) {
      int place = afterLastText(end);
      lines.addAll(place, List.of("", kind, "", entry));
    } else {
      lines.add(afterLastText(Math.min(end, next(start + group, "**"))), entry);
    }
  }

  private int next(int from, String start) {
    for (int i = from + 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    return lines.size();
  }

  private int afterLastText(int end) {
    int place = end;
    while (lines.get(place - 1).isBlank()) {
      place--;
    }
    return place;
  }
}
