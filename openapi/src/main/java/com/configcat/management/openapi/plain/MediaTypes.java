package com.configcat.management.openapi.plain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the media type that the client speaks among those that a document offers. */
public final class MediaTypes {
  static final String JSON = "application/json";

  /** Ways to say JSON, or anything, the plainest first. */
  private static final List<Pattern> SPOKEN =
      List.of(
          Pattern.compile("application/json"),
          Pattern.compile("application/json\\s*;.*"),
          Pattern.compile("text/json.*"),
          Pattern.compile("application/\\*\\+json.*"),
          Pattern.compile("application/[^;]*\\+json.*"),
          Pattern.compile("application/\\*"),
          Pattern.compile("\\*/\\*"));

  private MediaTypes() {}

  /**
   * Returns the name under which a content has JSON, or nothing if it has none.
   *
   * @param content the map from media types
   */
  public static Optional<String> json(ObjectNode content) {
    List<String> offered = content.propertyStream().map(Map.Entry::getKey).sorted().toList();
    return SPOKEN.stream()
        .flatMap(
            spoken ->
                offered.stream()
                    .filter(type -> spoken.matcher(type.toLowerCase(Locale.ROOT)).matches()))
        .findFirst();
  }
}
