package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Applies JSON Patch (RFC 6902). */
final class JsonPatch {
  private JsonPatch() {}

  /**
   * Applies all operations, or none.
   *
   * @param document stays as it is
   * @param operations already known to fit the contract
   * @return the changed document
   * @throws Refusal if one of them fails: 400
   */
  static JsonElement apply(JsonElement document, JsonArray operations) {
    JsonElement patched = document.deepCopy();
    for (JsonElement operation : operations) {
      patched = apply(patched, operation.getAsJsonObject());
    }
    return patched;
  }

  private static JsonElement apply(JsonElement document, JsonObject operation) {
    JsonPointer path = JsonPointer.parse(Json.text(operation, "path"));
    return switch (Json.text(operation, "op")) {
      case "add" -> add(document, path, value(operation));
      case "remove" -> remove(document, path);
      case "replace" -> {
        path.in(document);
        yield path.isWhole() ? value(operation) : replace(document, path, value(operation));
      }
      case "move" -> move(document, from(operation), path);
      case "copy" -> add(document, path, from(operation).in(document).deepCopy());
      case "test" -> test(document, path, value(operation));
      default -> throw Refusal.because("Invalid JsonPatch operation.");
    };
  }

  private static JsonElement value(JsonObject operation) {
    if (!operation.has("value")) {
      throw Refusal.because("The operation at " + Json.text(operation, "path") + " needs a value.");
    }
    return operation.get("value").deepCopy();
  }

  private static JsonPointer from(JsonObject operation) {
    String from = Json.textOrNull(operation, "from");
    if (from == null) {
      throw Refusal.because("The operation at " + Json.text(operation, "path") + " needs a from.");
    }
    return JsonPointer.parse(from);
  }

  private static JsonElement add(JsonElement document, JsonPointer path, JsonElement value) {
    if (path.isWhole()) {
      return value;
    }
    JsonElement parent = path.parent().in(document);
    if (parent instanceof JsonArray array) {
      int index = path.last().equals("-") ? array.size() : path.index(path.last(), array.size());
      array.asList().add(index, value);
    } else if (parent instanceof JsonObject object) {
      object.add(path.last(), value);
    } else {
      throw path.missing();
    }
    return document;
  }

  private static JsonElement replace(JsonElement document, JsonPointer path, JsonElement value) {
    JsonElement parent = path.parent().in(document);
    if (parent instanceof JsonArray array) {
      array.set(path.index(path.last(), array.size() - 1), value);
    } else {
      parent.getAsJsonObject().add(path.last(), value);
    }
    return document;
  }

  private static JsonElement remove(JsonElement document, JsonPointer path) {
    path.in(document);
    if (path.isWhole()) {
      throw Refusal.because("The whole document cannot be removed.");
    }
    JsonElement parent = path.parent().in(document);
    if (parent instanceof JsonArray array) {
      array.remove(path.index(path.last(), array.size() - 1));
    } else {
      parent.getAsJsonObject().remove(path.last());
    }
    return document;
  }

  private static JsonElement move(JsonElement document, JsonPointer from, JsonPointer path) {
    if (from.isAbove(path)) {
      throw Refusal.because("A value cannot be moved into itself.");
    }
    JsonElement moved = from.in(document);
    return from.equals(path) ? document : add(remove(document, from), path, moved);
  }

  private static JsonElement test(JsonElement document, JsonPointer path, JsonElement expected) {
    if (!path.in(document).equals(expected)) {
      throw Refusal.because(
          "The current value at '/" + String.join("/", path.steps()) + "' is not the test value.");
    }
    return document;
  }
}
