package com.configcat.management.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Aligns two lists: equal elements in their longest common order; changed elements, where the lists
 * differ; added and removed elements. Lists that differ in too much are paired by index.
 */
final class JsonAlignment {
  private static final int NONE = -1;

  /**
   * A pair of elements.
   *
   * @param before the index in the first list; negative if the element was added
   * @param after the index in the second list; negative if the element was removed
   */
  record Step(int before, int after) {
    boolean came() {
      return before < 0;
    }

    boolean went() {
      return after < 0;
    }
  }

  private final JsonArray before;
  private final JsonArray after;
  private final List<Step> steps = new ArrayList<>();

  private JsonAlignment(JsonArray before, JsonArray after) {
    this.before = before;
    this.after = after;
  }

  static List<Step> of(JsonArray before, JsonArray after) {
    JsonAlignment alignment = new JsonAlignment(before, after);
    alignment.align();
    return alignment.steps;
  }

  private void align() {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && same(start, start)) {
      steps.add(new Step(start, start));
      start++;
    }
    int beforeEnd = before.size();
    int afterEnd = after.size();
    while (beforeEnd > start && afterEnd > start && same(beforeEnd - 1, afterEnd - 1)) {
      beforeEnd--;
      afterEnd--;
    }
    middle(start, beforeEnd, afterEnd);
    for (int i = 0; beforeEnd + i < before.size(); i++) {
      steps.add(new Step(beforeEnd + i, afterEnd + i));
    }
  }

  private void middle(int start, int beforeEnd, int afterEnd) {
    int b = start;
    int a = start;
    for (Step match : matches(start, beforeEnd, afterEnd)) {
      gap(b, match.before(), a, match.after());
      steps.add(match);
      b = match.before() + 1;
      a = match.after() + 1;
    }
    gap(b, beforeEnd, a, afterEnd);
  }

  /** Returns the equal elements of the longest common order; none if too much differs. */
  private List<Step> matches(int start, int beforeEnd, int afterEnd) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] ones = numbered(before, start, beforeEnd, numbers);
    int[] others = numbered(after, start, afterEnd, numbers);
    return CommonSubsequence.of(ones, others).stream()
        .map(match -> new Step(start + match[0], start + match[1]))
        .toList();
  }

  /** Gives equal elements equal numbers. */
  private static int[] numbered(JsonArray array, int start, int end, Map<String, Integer> numbers) {
    return IntStream.range(start, end)
        .map(
            i ->
                numbers.computeIfAbsent(
                    JsonValues.canonical(array.get(i)), unseen -> numbers.size()))
        .toArray();
  }

  private void gap(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
    int b = beforeStart;
    int a = afterStart;
    while (b < beforeEnd && a < afterEnd) {
      if (alike(before.get(b), after.get(a))) {
        steps.add(new Step(b, a));
      } else {
        steps.add(new Step(b, NONE));
        steps.add(new Step(NONE, a));
      }
      b++;
      a++;
    }
    for (; b < beforeEnd; b++) {
      steps.add(new Step(b, NONE));
    }
    for (; a < afterEnd; a++) {
      steps.add(new Step(NONE, a));
    }
  }

  /** Returns whether one can be turned into the other member by member. */
  private static boolean alike(JsonElement one, JsonElement other) {
    return one.isJsonObject() && other.isJsonObject();
  }

  private boolean same(int b, int a) {
    return JsonValues.same(before.get(b), after.get(a));
  }
}
