package com.configcat.management.openapi.words;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what the pinned document has to describe and does not: tags, operations, their parameters,
 * request bodies and responses, schemas and their properties, and an example of each schema.
 *
 * <p>Path parameters and properties called {@code name} may speak for themselves; references have
 * the words of what they refer to.
 */
public final class MissingWords {
  /** What stands before the words of a tag, an operation, a parameter or a property. */
  private static final Set<String> HEADS =
      Set.of("allOf", "anyOf", "format", "in", "items", "name", "oneOf", "summary", "tags", "type");

  private final ObjectNode document;
  private final List<WordGap> gaps = new ArrayList<>();

  private MissingWords(ObjectNode document) {
    this.document = document;
  }

  /** Returns the gaps of a document in its own order: tags, operations, schemas. */
  public static List<WordGap> of(ObjectNode document) {
    MissingWords words = new MissingWords(document);
    words.tags();
    ApiOperations.of(document).forEach(words::operation);
    document
        .at("/components/schemas")
        .properties()
        .forEach(schema -> words.schema(schema.getKey(), schema.getValue()));
    return List.copyOf(words.gaps);
  }

  /** Puts an empty text where words are missing, so that they only have to be filled in. */
  public static void open(ObjectNode document) {
    for (WordGap gap : of(document)) {
      JsonNode holder = document;
      for (String step : gap.holder()) {
        holder = holder.isArray() ? holder.path(Integer.parseInt(step)) : holder.path(step);
      }
      if (!gap.key().equals("example") && holder instanceof ObjectNode object) {
        insert(object, gap.key(), isSchema(gap) ? Set.of() : HEADS);
      }
    }
  }

  private static boolean isSchema(WordGap gap) {
    return gap.part().isEmpty() && gap.holder().get(0).equals("components");
  }

  private static void insert(ObjectNode object, String key, Set<String> heads) {
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.deepCopy().properties());
    entries.removeIf(entry -> entry.getKey().equals(key));
    int place = 0;
    for (int i = 0; i < entries.size(); i++) {
      place = heads.contains(entries.get(i).getKey()) ? i + 1 : place;
    }
    object.removeAll();
    for (int i = 0; i <= entries.size(); i++) {
      if (i == place) {
        object.put(key, "");
      }
      if (i < entries.size()) {
        object.set(entries.get(i).getKey(), entries.get(i).getValue());
      }
    }
  }

  private void tags() {
    JsonNode tags = document.path("tags");
    for (int i = 0; i < tags.size(); i++) {
      String name = "tag " + tags.path(i).path("name").asText();
      require(tags.path(i), name, "", List.of("tags", "" + i), "description");
    }
  }

  private void operation(ApiOperation operation) {
    JsonNode json = operation.json();
    List<String> place =
        List.of("paths", operation.path(), operation.method().toLowerCase(Locale.ROOT));
    require(json, operation.key(), "", place, "summary");
    require(json, operation.key(), "", place, "description");
    JsonNode parameters = json.path("parameters");
    for (int i = 0; i < parameters.size(); i++) {
      JsonNode parameter = parameters.path(i);
      if (!parameter.path("in").asText().equals("path")) {
        require(
            parameter,
            operation.key(),
            "parameter " + parameter.path("name").asText(),
            below(place, "parameters", "" + i),
            "description");
      }
    }
    if (json.has("requestBody")) {
      List<String> body = below(place, "requestBody");
      require(json.path("requestBody"), operation.key(), "request body", body, "description");
    }
    for (Map.Entry<String, JsonNode> response : json.path("responses").properties()) {
      require(
          response.getValue(),
          operation.key(),
          "response " + response.getKey(),
          below(place, "responses", response.getKey()),
          "description");
    }
  }

  private void schema(String name, JsonNode schema) {
    List<String> place = List.of("components", "schemas", name);
    require(schema, name, "", place, "description");
    properties(name, "", schema, place);
    if (!schema.has("example")) {
      gaps.add(new WordGap(name, "", place, "example"));
    }
  }

  private void properties(String subject, String prefix, JsonNode schema, List<String> place) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = prefix + property.getKey();
      List<String> below = below(place, "properties", property.getKey());
      if (!name.equals("name")) {
        require(property.getValue(), subject, "property " + name, below, "description");
      }
      properties(subject, name + ".", property.getValue(), below);
    }
  }

  private void require(
      JsonNode described, String subject, String part, List<String> place, String key) {
    if (!described.has("$ref") && described.path(key).asText().isBlank()) {
      gaps.add(new WordGap(subject, part, place, key));
    }
  }

  private static List<String> below(List<String> place, String... steps) {
    return Stream.concat(place.stream(), Stream.of(steps)).toList();
  }
}
