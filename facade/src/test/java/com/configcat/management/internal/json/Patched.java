package com.configcat.management.internal.json;

import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Applies add, replace and remove as RFC 6902 says. */
public final class Patched {
  private Patched() {}

  public static JsonObject by(JsonObject document, List<JsonPatchOperation> patch) {
    JsonObject patched = document.deepCopy();
    patch.forEach(operation -> apply(patched, operation));
    return patched;
  }

  private static void apply(JsonObject document, JsonPatchOperation operation) {
    String[] path = operation.path().substring(1).split("/", -1);
    JsonElement parent = document;
    for (int i = 0; i < path.length - 1; i++) {
      parent =
          parent instanceof JsonArray array ? array.get(index(path[i])) : member(parent, path[i]);
    }
    String last = path[path.length - 1];
    if (parent instanceof JsonArray array) {
      change(array, index(last), operation);
    } else {
      change(parent.getAsJsonObject(), name(last), operation);
    }
  }

  private static void change(JsonArray array, int index, JsonPatchOperation operation) {
    switch (operation.op()) {
      case "add" -> array.asList().add(index, value(operation));
      case "replace" -> array.set(index, value(operation));
      default -> array.remove(index);
    }
  }

  private static void change(JsonObject object, String name, JsonPatchOperation operation) {
    if (!operation.op().equals("add") && !object.has(name)) {
      throw new AssertionError(operation + " of nothing");
    }
    if (operation.op().equals("remove")) {
      object.remove(name);
    } else {
      object.add(name, value(operation));
    }
  }

  private static JsonElement value(JsonPatchOperation operation) {
    return ((JsonElement) operation.value()).deepCopy();
  }

  private static JsonElement member(JsonElement parent, String name) {
    return parent.getAsJsonObject().get(name(name));
  }

  private static int index(String text) {
    return Integer.parseInt(text);
  }

  private static String name(String escaped) {
    return escaped.replace("~1", "/").replace("~0", "~");
  }
}
