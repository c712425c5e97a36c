package com.configcat.management.openapi.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/**
 * Keeps what a schema says and the generated client does not ask, out of sight of the generator, so
 * that a comparison can still speak of it.
 *
 * <p>It is kept as text: a reference in it may lead to a schema that is no longer there.
 */
public final class LeftOut {
  static final String KEY = "x-left-out";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LeftOut() {}

  static void add(ObjectNode schema, String keyword, JsonNode value) {
    ObjectNode kept = schema.has(KEY) ? parsed(schema.get(KEY).asText()) : schema.objectNode();
    kept.set(keyword, value);
    schema.put(KEY, kept.toString());
  }

  /** Returns a copy of a document in which every schema says what it said. */
  public static ObjectNode restored(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    restore(copy);
    return copy;
  }

  private static void restore(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.path(KEY).isTextual()) {
      schema.setAll(parsed(schema.remove(KEY).asText()));
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(LeftOut::restore);
    }
  }

  private static ObjectNode parsed(String kept) {
    try {
      return (ObjectNode) JSON.readTree(kept);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
