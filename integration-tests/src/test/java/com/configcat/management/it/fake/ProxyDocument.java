package com.configcat.management.it.fake;

import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The contract in words that Prism understands. It takes no null where {@code nullable} stands
 * beside {@code allOf}, though the document means that one is possible there.
 */
final class ProxyDocument {
  private ProxyDocument() {}

  static Path write(Path contract, Path folder) throws IOException {
    JsonElement document = JsonParser.parseString(Files.readString(contract));
    rewrite(document);
    return Files.writeString(folder.resolve("openapi.json"), document.toString());
  }

  static void rewrite(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(ProxyDocument::rewrite);
    } else if (element instanceof JsonObject object) {
      object.asMap().values().forEach(ProxyDocument::rewrite);
      if (object.has("allOf") && object.has("nullable")) {
        JsonArray alternatives = object.remove("allOf").getAsJsonArray();
        JsonObject nothing = Json.object("type", "object", "nullable", true);
        nothing.add("enum", Json.array(Stream.of(Json.of(null))));
        alternatives.add(nothing);
        object.remove("nullable");
        object.add("anyOf", alternatives);
      }
    }
  }
}
