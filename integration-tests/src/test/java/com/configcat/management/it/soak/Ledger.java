package com.configcat.management.it.soak;

import com.configcat.management.error.ConfigCatException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one thread knows of the writes it made: of each Setting, which no other thread writes, the
 * values that it may have, and how often it was written; of each Tag, how many may be there.
 */
final class Ledger {
  private final Map<Integer, Entry> settings = new HashMap<>();
  private final Map<String, Range> tags = new HashMap<>();

  /** From how many to how many. */
  record Range(int least, int most) {
    boolean contains(long count) {
      return count >= least && count <= most;
    }
  }

  static final class Entry {
    private final Set<Long> values = new HashSet<>(Set.of(0L));
    private int sure;
    private int perhaps;

    /** A write succeeded. */
    void wrote(long value) {
      values.clear();
      values.add(value);
      sure++;
    }

    /** A write may have succeeded. */
    void perhapsWrote(long value) {
      values.add(value);
      perhaps++;
    }

    void failed(ConfigCatException failure, long value) {
      if (failure.requestMayHaveBeenApplied()) {
        perhapsWrote(value);
      }
    }

    Set<Long> values() {
      return Set.copyOf(values);
    }

    /** What was written for a time was put back. */
    void putBack(Set<Long> before) {
      values.clear();
      values.addAll(before);
      sure++;
    }

    /** Whether it was put back is not known. */
    void perhapsPutBack(Set<Long> before) {
      values.addAll(before);
      perhaps++;
    }

    Range writes() {
      return new Range(sure, sure + perhaps);
    }
  }

  Entry setting(int id) {
    return settings.computeIfAbsent(id, absent -> new Entry());
  }

  Map<Integer, Entry> settings() {
    return settings;
  }

  void tag(String name, int least, int most) {
    tags.put(name, new Range(least, most));
  }

  Map<String, Range> tags() {
    return tags;
  }
}
