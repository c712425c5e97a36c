package com.configcat.management.fake.internal.page;

/** Times as they are read most easily. */
final class Times {
  private Times() {}

  /** Shortens {@code 2026-09-01T12:00:05.123Z} to {@code 2026-09-01 12:00:05}. */
  static String shown(String instant) {
    return instant.replaceFirst("^(.{10})T(.{8}).*$", "$1 $2");
  }
}
