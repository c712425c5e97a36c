package com.configcat.management.openapi.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * A kind of change, made on a document.
 *
 * @param given makes the document it starts from out of a part of the pinned one
 * @param when makes the change on a copy of that
 * @param severity what it means
 * @param sentence what is said; for what has no effect, the member and a colon come first
 */
record KindCase(
    Consumer<ObjectNode> given, Consumer<ObjectNode> when, Severity severity, String sentence) {

  static KindCase of(Consumer<ObjectNode> when, Severity severity, String sentence) {
    return new KindCase(document -> {}, when, severity, sentence);
  }

  static KindCase of(
      Consumer<ObjectNode> given, Consumer<ObjectNode> when, Severity severity, String sentence) {
    return new KindCase(given, when, severity, sentence);
  }
}
