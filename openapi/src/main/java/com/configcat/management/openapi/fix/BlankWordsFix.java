package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Takes words away that are there and say nothing: templates would write empty paragraphs of them.
 * Those of responses stay, for OpenAPI wants them.
 */
final class BlankWordsFix {
  private BlankWordsFix() {}

  static void apply(ObjectNode document) {
    apply(document, "", false);
  }

  private static void apply(JsonNode node, String below, boolean keysAreNames) {
    if (node instanceof ObjectNode object && !keysAreNames && !below.equals("responses")) {
      object
          .properties()
          .removeIf(
              entry ->
                  Vocabulary.isWord(entry.getKey())
                      && entry.getValue().isTextual()
                      && entry.getValue().asText().isBlank());
    }
    if (node.isArray()) {
      node.forEach(element -> apply(element, "", false));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (keysAreNames) {
        apply(entry.getValue(), below, false);
      } else if (!Vocabulary.isData(entry.getKey())) {
        apply(entry.getValue(), entry.getKey(), Vocabulary.holdsNames(entry.getKey()));
      }
    }
  }
}
