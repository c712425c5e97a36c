package com.configcat.management.internal.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the longest common subsequence of two sequences of numbers, by Myers' greedy algorithm:
 * fast where they differ in few places, however long they are.
 */
final class CommonSubsequence {
  /** Beyond this many insertions and deletions, the search ends without a result. */
  private static final int MOST_EDITS = 2000;

  private final int[] one;
  private final int[] other;
  private final List<int[]> reached = new ArrayList<>();

  private CommonSubsequence(int[] one, int[] other) {
    this.one = one;
    this.other = other;
  }

  /** Returns pairs of indexes in ascending order; none if the sequences differ in too much. */
  static List<int[]> of(int[] one, int[] other) {
    return new CommonSubsequence(one, other).matches();
  }

  private List<int[]> matches() {
    int most = Math.min(one.length + other.length, MOST_EDITS);
    // The furthest index reached on each diagonal, that is, difference between indexes.
    int[] furthest = new int[2 * most + 3];
    int middle = most + 1;
    for (int edits = 0; edits <= most; edits++) {
      reached.add(Arrays.copyOfRange(furthest, middle - edits - 1, middle + edits + 2));
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int x = start(furthest, middle, edits, diagonal);
        int y = x - diagonal;
        while (x < one.length && y < other.length && one[x] == other[y]) {
          x++;
          y++;
        }
        furthest[middle + diagonal] = x;
        if (x >= one.length && y >= other.length) {
          return backtrack(edits);
        }
      }
    }
    return List.of();
  }

  private static int start(int[] furthest, int middle, int edits, int diagonal) {
    int inserted = furthest[middle + diagonal + 1];
    int deleted = furthest[middle + diagonal - 1] + 1;
    return isInsertion(furthest, middle, edits, diagonal) ? inserted : deleted;
  }

  private static boolean isInsertion(int[] furthest, int middle, int edits, int diagonal) {
    return diagonal == -edits
        || (diagonal != edits && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
  }

  private List<int[]> backtrack(int last) {
    List<int[]> matches = new ArrayList<>();
    int x = one.length;
    int y = other.length;
    for (int edits = last; edits >= 0; edits--) {
      int[] furthest = reached.get(edits);
      int middle = edits + 1;
      int diagonal = x - y;
      int start = edits == 0 ? 0 : start(furthest, middle, edits, diagonal);
      while (x > start) {
        x--;
        y--;
        matches.add(new int[] {x, y});
      }
      if (edits > 0) {
        boolean inserted = isInsertion(furthest, middle, edits, diagonal);
        y = inserted ? y - 1 : y;
        x = inserted ? x : x - 1;
      }
    }
    Collections.reverse(matches);
    return matches;
  }
}
