package com.configcat.management.openapi.drift;

import java.util.Locale;

/** What a drift means for those who use the client. */
public enum Verdict {
  /** No code can tell the difference. */
  NOTHING,
  /** Code that compiled does so still: there is more to use, or something may surprise. */
  MINOR,
  /** Code that used what changed has to change. */
  MAJOR;

  /** Returns the word that scripts read. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
