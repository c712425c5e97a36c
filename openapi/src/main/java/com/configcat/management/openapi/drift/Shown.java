package com.configcat.management.openapi.drift;

/** Makes names of an untrusted document fit to be shown. */
final class Shown {
  private static final int LONGEST = 250;

  private Shown() {}

  /** Returns a name without what steers a terminal or turns text around, and never endless. */
  static String of(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", "?");
    String shown = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    return shown.isBlank() ? "?" : shown;
  }
}
