package com.configcat.management.openapi.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The document to build from.
 *
 * @param source as it came
 * @param fixed as it is generated from
 * @param origin {@code pinned}, or the place it was pulled from
 * @param date when it was pinned or pulled
 */
public record ChosenDocument(ObjectNode source, ObjectNode fixed, String origin, String date) {
  public static final String PINNED = "pinned";

  public boolean isPinned() {
    return origin.equals(PINNED);
  }

  /** Says in properties what other modules ask about it. */
  public String properties() {
    // A pulled document may make an answer nullable, deprecate something, write what is no Javadoc,
    // or do without what only Javadoc speaks of: no reason to stop.
    return """
    contract.hash=%s
    contract.source=%s
    contract.date=%s
    contract.nullaway=%s
    contract.failOnWarning=%s
    contract.doclint=%s
    """
        .formatted(
            CanonicalJson.hash(source),
            escaped(origin),
            escaped(date),
            isPinned() ? "ERROR" : "WARN",
            isPinned(),
            isPinned() ? "all,-missing/package" : "none");
  }

  /** Property files are Latin-1, and a backslash of a Windows path must not escape anything. */
  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      if (sign == '\\' || sign < ' ' || sign > '~') {
        escaped.append(String.format("\\u%04x", (int) sign));
      } else {
        escaped.append(sign);
      }
    }
    return escaped.toString();
  }
}
