package com.configcat.management.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a document in the one way that all documents of the same meaning share.
 *
 * <p>Extensions go: they could steer the generator, and the ones it needs come from the fixes. The
 * order of enums, of tags and of the parts of a union stays, for it means something.
 */
public final class NormalForm {
  private static final Set<String> FALSE_BY_DEFAULT =
      Set.of(
          "additionalProperties",
          "allowEmptyValue",
          "deprecated",
          "nullable",
          "readOnly",
          "required",
          "uniqueItems",
          "writeOnly");
  private final boolean keepsWords;
  private final boolean sorts;

  private NormalForm(boolean keepsWords, boolean sorts) {
    this.keepsWords = keepsWords;
    this.sorts = sorts;
  }

  /** Returns the document with everything sorted and without extensions. */
  public static ObjectNode sorted(ObjectNode document) {
    return (ObjectNode) new NormalForm(true, true).of(document, false);
  }

  /**
   * Returns what matters of the document to a program: without words, without what says the default
   * anyway, everything sorted.
   */
  public static ObjectNode structure(ObjectNode document) {
    return (ObjectNode) new NormalForm(false, true).of(document, false);
  }

  /** Returns the {@link #structure} in the document's own order. */
  public static ObjectNode structureInOrder(ObjectNode document) {
    return (ObjectNode) new NormalForm(false, false).of(document, false);
  }

  private JsonNode of(JsonNode node, boolean keysAreNames) {
    if (node instanceof ObjectNode object) {
      return object(object, keysAreNames);
    }
    if (!(node instanceof ArrayNode array)) {
      return node;
    }
    ArrayNode copy = array.arrayNode();
    array.forEach(element -> copy.add(of(element, false)));
    return copy;
  }

  private ObjectNode object(ObjectNode object, boolean keysAreNames) {
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
    if (sorts) {
      entries.sort(Map.Entry.comparingByKey());
    }
    ObjectNode copy = object.objectNode();
    for (Map.Entry<String, JsonNode> entry : entries) {
      String key = entry.getKey();
      if (keysAreNames) {
        copy.set(key, of(entry.getValue(), false));
      } else if (!isDropped(key, entry.getValue())) {
        copy.set(key, keyword(key, entry.getValue()));
      }
    }
    return copy;
  }

  private boolean isDropped(String key, JsonNode value) {
    if (Vocabulary.isExtension(key) || (!keepsWords && Vocabulary.isWord(key))) {
      return true;
    }
    boolean saysNothing =
        (FALSE_BY_DEFAULT.contains(key) && value.isBoolean() && !value.asBoolean())
            || (value.isArray() && value.isEmpty() && !key.equals("security"));
    return !keepsWords && saysNothing;
  }

  private JsonNode keyword(String key, JsonNode value) {
    if (Vocabulary.isData(key)) {
      return sorts ? data(key, value) : value;
    }
    if (sorts && value.isArray() && Set.of("required", "parameters", "tags").contains(key)) {
      return key.equals("tags") && value.path(0).isTextual()
          ? value
          : sortedArray(of(value, false));
    }
    return of(value, Vocabulary.holdsNames(key));
  }

  private JsonNode data(String key, JsonNode value) {
    return key.equals("enum") && !keepsWords ? sortedArray(value) : CanonicalJson.sorted(value);
  }

  private static JsonNode sortedArray(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    elements.sort(
        Comparator.comparing((JsonNode element) -> element.path("in").asText())
            .thenComparing(element -> element.path("name").asText())
            .thenComparing(JsonNode::toString));
    ArrayNode sorted = ((ArrayNode) array).arrayNode();
    elements.forEach(sorted::add);
    return sorted;
  }
}
