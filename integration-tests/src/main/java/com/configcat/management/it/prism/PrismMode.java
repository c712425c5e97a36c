package com.configcat.management.it.prism;

import java.util.Arrays;
import java.util.Locale;

/** Which way of running Prism a build asks for. */
enum PrismMode {
  /** In Docker where that works, else as a local process. */
  AUTO,
  /** In Docker or not at all. */
  DOCKER,
  /** As a local process or not at all. */
  LOCAL;

  /** Takes the system property {@code prism.mode}; {@link #AUTO} if it is not set. */
  static PrismMode ofBuild() {
    return of(System.getProperty("prism.mode", "auto"));
  }

  static PrismMode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word().equals(word))
        .findAny()
        .orElseThrow(
            () ->
                new PrismException(
                    "prism.mode is \""
                        + word
                        + "\", which is not one of auto, docker and local. Use for example"
                        + " -Dprism.mode=local."));
  }

  /** As it is written in the property and in reports. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
