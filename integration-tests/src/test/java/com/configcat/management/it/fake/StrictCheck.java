package com.configcat.management.it.fake;

import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.fake.internal.state.SchemaCheck;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Finds what an answer has that the document does not know, which Prism does not notice. */
final class StrictCheck {
  private final Document document;
  private final List<String> found = new ArrayList<>();

  private StrictCheck(Document document) {
    this.document = document;
  }

  /** Lists what is missing, wrong or unknown. */
  static List<String> problems(Document document, JsonObject schema, JsonElement answer) {
    StrictCheck check = new StrictCheck(document);
    SchemaCheck.problems(document, schema, answer, "")
        .forEach((field, messages) -> check.found.add(field + ": " + messages));
    check.unknown(schema, answer, "");
    return check.found;
  }

  private void unknown(JsonObject reference, JsonElement value, String place) {
    JsonObject schema = document.resolve(reference);
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        unknown(schema.getAsJsonObject("items"), array.get(i), place + "/" + i);
      }
    } else if (value instanceof JsonObject object && !schema.has("additionalProperties")) {
      JsonObject properties = document.properties(schema);
      object
          .asMap()
          .forEach(
              (name, member) -> {
                if (properties.has(name)) {
                  unknown(properties.getAsJsonObject(name), member, place + "/" + name);
                } else {
                  found.add(place + "/" + name + " is unknown");
                }
              });
    }
  }
}
