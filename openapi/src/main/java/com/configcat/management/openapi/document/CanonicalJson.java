package com.configcat.management.openapi.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON so that the same document always gives the same bytes. */
public final class CanonicalJson {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private CanonicalJson() {}

  /** Returns the SHA-256, in hexadecimal, of the document with all its keys sorted. */
  public static String hash(JsonNode document) {
    try {
      return sha256(PLAIN.writeValueAsString(sorted(document)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a copy with all keys sorted; arrays stay as they are. */
  static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      object.properties().forEach(entry -> sorted.put(entry.getKey(), sorted(entry.getValue())));
      return object.objectNode().setAll(sorted);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(sorted(element)));
      return copy;
    }
    return node;
  }

  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pretty(JsonNode document) {
    return document.toPrettyString().replace("\r\n", "\n") + "\n";
  }
}
