package com.configcat.management.openapi.document;

import java.util.Set;

/**
 * Tells the keys of OpenAPI apart: words for people, extensions, plain data, and maps whose keys
 * are names that an author chose, so that a property called {@code description} is no description.
 */
public final class Vocabulary {
  private static final Set<String> WORDS =
      Set.of("summary", "description", "title", "example", "examples", "externalDocs");
  private static final Set<String> DATA =
      Set.of("example", "examples", "default", "enum", "security");

  /** Without {@code paths}, whose names are like no keyword, and which may have extensions. */
  private static final Set<String> MAPS_OF_NAMES =
      Set.of(
          "callbacks",
          "content",
          "encoding",
          "headers",
          "links",
          "mapping",
          "parameters",
          "properties",
          "requestBodies",
          "responses",
          "schemas",
          "scopes",
          "securitySchemes",
          "variables");

  private Vocabulary() {}

  /** Says whether a key holds text or an example, which change nothing that is generated. */
  public static boolean isWord(String key) {
    return WORDS.contains(key);
  }

  public static boolean isExtension(String key) {
    return key.startsWith("x-");
  }

  /** Says whether what stands under a key is a value of the API and not OpenAPI. */
  public static boolean isData(String key) {
    return DATA.contains(key);
  }

  /** Says whether the keys of the object under a key are names. */
  public static boolean holdsNames(String key) {
    return MAPS_OF_NAMES.contains(key);
  }
}
