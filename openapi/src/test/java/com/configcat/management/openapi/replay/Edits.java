package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.Documents.json;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes of documents, in the words of those who make them. */
public final class Edits {
  private Edits() {}

  /** Returns an operation by its key, such as {@code GET /v1/me}; its path must exist. */
  public static ObjectNode operation(ObjectNode document, String key) {
    String[] words = key.split(" ", 2);
    return found(
        document.path("paths").path(words[1]).path(words[0].toLowerCase(java.util.Locale.ROOT)),
        key);
  }

  /** Adds an operation, and its path where that is new. */
  public static void addOperation(ObjectNode document, String key, String json) {
    String[] words = key.split(" ", 2);
    ((ObjectNode) document.get("paths"))
        .withObject("/" + words[1].replace("~", "~0").replace("/", "~1"))
        .set(words[0].toLowerCase(java.util.Locale.ROOT), json(json));
  }

  /** Removes an operation, and its path where nothing is left there. */
  public static void removeOperation(ObjectNode document, String key) {
    String[] words = key.split(" ", 2);
    ObjectNode item = found(document.path("paths").path(words[1]), key);
    item.remove(words[0].toLowerCase(java.util.Locale.ROOT));
    if (Documents.json("{}").equals(item)) {
      ((ObjectNode) document.get("paths")).remove(words[1]);
    }
  }

  public static void addParameter(ObjectNode document, String key, String json) {
    operation(document, key).withArray("parameters").add(json(json));
  }

  public static ObjectNode parameter(ObjectNode document, String key, String name) {
    for (JsonNode parameter : operation(document, key).path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return (ObjectNode) parameter;
      }
    }
    throw new AssertionError("there is no parameter " + name + " of " + key);
  }

  public static void removeParameter(ObjectNode document, String key, String name) {
    ArrayNode parameters = (ArrayNode) operation(document, key).get("parameters");
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.path(i).path("name").asText().equals(name)) {
        parameters.remove(i);
        return;
      }
    }
    throw new AssertionError("there is no parameter " + name + " of " + key);
  }

  /** Returns what a status of an operation answers with, beside its description. */
  public static ObjectNode response(ObjectNode document, String key, String status) {
    return found(operation(document, key).path("responses").path(status), key + " " + status);
  }

  /** Lets a status of an operation answer with a schema. */
  public static void answer(ObjectNode document, String key, String status, String schema) {
    operation(document, key)
        .withObject("/responses")
        .withObject("/" + status)
        .put("description", "")
        .withObject("/content")
        .withObject("/application~1json")
        .set("schema", json(schema));
  }

  public static ObjectNode schema(ObjectNode document, String name) {
    return found(document.at("/components/schemas").path(name), name);
  }

  public static void addSchema(ObjectNode document, String name, String json) {
    ((ObjectNode) document.at("/components/schemas")).set(name, json(json));
  }

  /** Gives a schema another name, wherever it is named. */
  public static void renameSchema(ObjectNode document, String name, String to) {
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    schemas.set(to, found(schemas.path(name), name));
    schemas.remove(name);
    repoint(document, "#/components/schemas/" + name, "#/components/schemas/" + to);
  }

  private static void repoint(JsonNode node, String from, String to) {
    if (node instanceof ObjectNode object && object.path("$ref").asText().equals(from)) {
      object.put("$ref", to);
    }
    node.forEach(child -> repoint(child, from, to));
  }

  /** Returns a property, named as {@code ProductModel.name}. */
  public static ObjectNode property(ObjectNode document, String name) {
    String[] words = name.split("\\.", 2);
    return found(schema(document, words[0]).path("properties").path(words[1]), name);
  }

  /** Adds a property or writes another in its place. */
  public static void setProperty(ObjectNode document, String name, String json) {
    String[] words = name.split("\\.", 2);
    schema(document, words[0]).withObject("/properties").set(words[1], json(json));
  }

  /** Removes a property, from the required ones as well. */
  public static void removeProperty(ObjectNode document, String name) {
    String[] words = name.split("\\.", 2);
    property(document, name);
    ((ObjectNode) schema(document, words[0]).get("properties")).remove(words[1]);
    for (JsonNode required : schema(document, words[0]).path("required")) {
      if (required.asText().equals(words[1])) {
        unrequire(document, name);
        return;
      }
    }
  }

  public static void require(ObjectNode document, String name) {
    String[] words = name.split("\\.", 2);
    schema(document, words[0]).withArray("required").add(words[1]);
  }

  public static void unrequire(ObjectNode document, String name) {
    String[] words = name.split("\\.", 2);
    removeText(schema(document, words[0]).path("required"), words[1]);
  }

  public static void addValue(ObjectNode document, String schema, String value) {
    ((ArrayNode) schema(document, schema).get("enum")).add(value);
  }

  public static void removeValue(ObjectNode document, String schema, String value) {
    removeText(schema(document, schema).path("enum"), value);
  }

  /** Gives a tag another title, in the list of tags and at each operation. */
  public static void renameTag(ObjectNode document, String title, String to) {
    document
        .path("tags")
        .forEach(
            tag -> {
              if (tag.path("name").asText().equals(title)) {
                ((ObjectNode) tag).put("name", to);
              }
            });
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      if (operation.path("tags").path(0).asText().equals(title)) {
                        ((ObjectNode) operation).putArray("tags").add(to);
                      }
                    }));
  }

  private static void removeText(JsonNode array, String text) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).asText().equals(text)) {
        ((ArrayNode) array).remove(i);
        return;
      }
    }
    throw new AssertionError("there is no " + text + " in " + array);
  }

  private static ObjectNode found(JsonNode node, String what) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new AssertionError("the pinned document has no " + what);
  }
}
