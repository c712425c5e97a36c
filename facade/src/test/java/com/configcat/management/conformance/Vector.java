package com.configcat.management.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conformance vector as its file has it; numbers keep their spelling. */
record Vector(JsonObject json) {
  private static final Path FOLDER =
      Path.of(System.getProperty("contract.sources")).resolveSibling("conformance");

  record Call(JsonObject json) {
    String operationId() {
      return json.get("operationId").getAsString();
    }

    JsonObject parameters() {
      return json.has("parameters") ? json.getAsJsonObject("parameters") : new JsonObject();
    }

    @Nullable JsonElement body() {
      return json.get("body");
    }

    JsonObject options() {
      return json.has("options") ? json.getAsJsonObject("options") : new JsonObject();
    }

    long startAtMs() {
      return json.has("startAtMs") ? json.get("startAtMs").getAsLong() : 0;
    }

    JsonObject outcome() {
      return json.getAsJsonObject("outcome");
    }
  }

  record Exchange(JsonObject request, JsonObject answer) {
    boolean hasFault(String fault) {
      return answer.has("fault") && answer.get("fault").getAsString().equals(fault);
    }

    long delayMs() {
      return answer.has("delayMs") ? answer.get("delayMs").getAsLong() : 0;
    }
  }

  static Stream<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !file.endsWith("vector.schema.json"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Vector> of(Path file) {
    try {
      return objects(JsonParser.parseString(Files.readString(file)).getAsJsonObject(), "vectors")
          .map(Vector::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return json.get("name").getAsString();
  }

  String why() {
    return json.get("why").getAsString();
  }

  JsonObject client() {
    return json.has("client") ? json.getAsJsonObject("client") : new JsonObject();
  }

  /** The calls, each as often as it is made. */
  List<Call> calls() {
    return repeated("calls").stream().map(Call::new).toList();
  }

  /** The exchanges, each as often as it takes place. */
  List<Exchange> exchanges() {
    return repeated("exchanges").stream()
        .map(e -> new Exchange(e.getAsJsonObject("request"), e.getAsJsonObject("answer")))
        .toList();
  }

  private List<JsonObject> repeated(String member) {
    List<JsonObject> all = new ArrayList<>();
    objects(json, member)
        .forEach(
            object -> {
              int times = object.has("times") ? object.get("times").getAsInt() : 1;
              for (int i = 0; i < times; i++) {
                all.add(object);
              }
            });
    return all;
  }

  private static Stream<JsonObject> objects(JsonObject json, String member) {
    JsonArray array = json.getAsJsonArray(member);
    return array.asList().stream().map(JsonElement::getAsJsonObject);
  }
}
