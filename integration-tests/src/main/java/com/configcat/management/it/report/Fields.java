package com.configcat.management.it.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;

/** A JSON object that is read without insisting: what is missing or of another type is empty. */
record Fields(JsonObject object) {
  String text(String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  boolean flag(String name) {
    return text(name).equals("true");
  }

  Fields child(String name) {
    JsonElement value = object.get(name);
    return new Fields(
        value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject());
  }

  List<String> texts(String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonArray()
        ? value.getAsJsonArray().asList().stream()
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsString)
            .toList()
        : List.of();
  }

  List<Fields> children(String name) {
    JsonElement value = object.get(name);
    if (value == null || !value.isJsonArray()) {
      return List.of();
    }
    return StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
        .filter(JsonElement::isJsonObject)
        .map(element -> new Fields(element.getAsJsonObject()))
        .toList();
  }
}
