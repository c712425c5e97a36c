package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.Documents.json;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.NormalForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Other ways to write the same interface, as other authors and other tools would: whatever is
 * generated from it does the same.
 */
final class Rewrites {
  /** What a comment, a string or a tag of Javadoc could stumble over. */
  private static final List<String> ODD_WORDS =
      List.of(
          "Ends here */ or {@link Nobody#nothing} with <b>bold and & more",
          "@deprecated since \\u002a/ and \\uzzzz, \"quoted\" `code` {@code",
          "Größe, 漢字, 😀, \u2028 and a tab\tand\nlines\r\n * of\n@param x it",
          "<ul><li>one<li>two</ul> <script>alert(1)</script> 100 % $1 {{mustache}} {{{x}}}",
          "");

  private Rewrites() {}

  static List<Mutation> all() {
    return List.of(
        new Mutation("without-words", (document, random) -> withoutWords(document)),
        new Mutation("odd-words", Rewrites::oddWords),
        new Mutation("shuffled", Rewrites::shuffled),
        new Mutation("references-in-all-of", Rewrites::referencesInAllOf),
        new Mutation("shared-parameters", (document, random) -> sharedParameters(document)),
        new Mutation("shared-answers", (document, random) -> sharedAnswers(document)),
        new Mutation("shared-bodies", (document, random) -> sharedBodies(document)),
        new Mutation("parameters-at-the-path", (document, random) -> parametersAtThePath(document)),
        new Mutation("tags-renamed", (document, random) -> tags(document, "%s (new)")),
        new Mutation("tags-merged", (document, random) -> tags(document, "API")),
        new Mutation("tags-removed", (document, random) -> tags(document, "")),
        new Mutation("operation-ids-renamed", Rewrites::operationIds),
        new Mutation("media-types", (document, random) -> mediaTypes(document)),
        new Mutation("servers", (document, random) -> servers(document)));
  }

  /** Takes away our words, examples and extensions: nothing but the interface is left. */
  static void withoutWords(ObjectNode document) {
    JsonNode info = document.path("info");
    ObjectNode bare = NormalForm.structureInOrder(document);
    bare.set("info", json("{title: 'API'}").set("version", info.path("version")));
    Pick.each(bare.path("paths"), Rewrites::describe);
    document.removeAll();
    document.setAll(bare);
  }

  private static void describe(ObjectNode node) {
    if (node.path("responses") instanceof ObjectNode responses) {
      responses.forEach(response -> ((ObjectNode) response).put("description", ""));
    }
  }

  private static void oddWords(ObjectNode document, Random random) {
    Pick.each(
        document,
        node -> {
          for (String word : List.of("description", "summary")) {
            if (node.path(word).isTextual()) {
              node.put(word, Pick.one(ODD_WORDS, random));
            }
          }
        });
  }

  private static void shuffled(ObjectNode document, Random random) {
    ObjectNode shuffled = (ObjectNode) Documents.shuffled(document, random);
    document.removeAll();
    document.setAll(shuffled);
  }

  private static void referencesInAllOf(ObjectNode document, Random random) {
    Pick.eachProperty(
        document,
        property -> {
          if (property.getValue().has("$ref") && random.nextInt(3) > 0) {
            ObjectNode reference = (ObjectNode) property.getValue();
            ObjectNode copy = reference.deepCopy();
            reference.removeAll();
            reference.putArray("allOf").add(copy);
            if (random.nextBoolean()) {
              reference.put("description", "wrapped");
            }
          }
        });
  }

  private static void sharedParameters(ObjectNode document) {
    Map<JsonNode, String> known = new HashMap<>();
    for (ApiOperation operation : ApiOperations.of(document)) {
      ArrayNode parameters = operation.json().withArray("parameters");
      for (int i = 0; i < parameters.size(); i++) {
        JsonNode own = parameters.get(i);
        String name =
            known.computeIfAbsent(
                own, p -> p.path("name").asText().replaceAll("\\W", "_") + known.size());
        components(document, "parameters").set(name, own);
        parameters.set(i, json("{}").put("$ref", "#/components/parameters/" + name));
      }
    }
  }

  private static void sharedAnswers(ObjectNode document) {
    int number = 0;
    for (ApiOperation operation : ApiOperations.of(document)) {
      ObjectNode responses = (ObjectNode) operation.json().get("responses");
      for (Map.Entry<String, JsonNode> response : List.copyOf(responses.properties())) {
        String name = "Answer" + number++;
        components(document, "responses").set(name, response.getValue());
        responses.putObject(response.getKey()).put("$ref", "#/components/responses/" + name);
      }
    }
  }

  private static void sharedBodies(ObjectNode document) {
    int number = 0;
    for (ApiOperation operation : ApiOperations.of(document)) {
      if (operation.json().has("requestBody")) {
        String name = "Body" + number++;
        components(document, "requestBodies").set(name, operation.json().get("requestBody"));
        operation.json().putObject("requestBody").put("$ref", "#/components/requestBodies/" + name);
      }
    }
  }

  private static ObjectNode components(ObjectNode document, String kind) {
    return document.withObject("/components/" + kind);
  }

  private static void parametersAtThePath(ObjectNode document) {
    for (JsonNode item : document.path("paths")) {
      if (item.size() == 1 && item.elements().next() instanceof ObjectNode only) {
        JsonNode parameters = only.remove("parameters");
        if (parameters != null) {
          ((ObjectNode) item).set("parameters", parameters);
        }
      }
    }
  }

  /** Gives every tag another title; an empty one takes them away. */
  private static void tags(ObjectNode document, String format) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      String title = format.formatted(operation.json().path("tags").path(0).asText());
      operation.json().remove("tags");
      if (!title.isEmpty()) {
        operation.json().putArray("tags").add(title).add("Second");
      }
    }
    document.remove("tags");
  }

  private static void operationIds(ObjectNode document, Random random) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      String id = operation.json().path("operationId").asText();
      switch (random.nextInt(4)) {
        case 0 -> operation.json().remove("operationId");
        case 1 -> operation.json().put("operationId", id.toUpperCase(Locale.ROOT));
        case 2 -> operation.json().put("operationId", "Api_" + id.replace('-', '_'));
        default -> operation.json().put("operationId", "same");
      }
    }
  }

  private static void mediaTypes(ObjectNode document) {
    Pick.each(
        document.path("paths"),
        node -> {
          if (node.path("content") instanceof ObjectNode content
              && content.has("application/json")) {
            JsonNode media = content.remove("application/json");
            content.removeAll();
            for (String type :
                List.of("text/plain", "text/json", "application/json; charset=utf-8")) {
              content.set(type, media.deepCopy());
            }
          }
        });
  }

  private static void servers(ObjectNode document) {
    document
        .putArray("servers")
        .add(
            json(
                "{url: 'https://{region}.example.com/management', variables: {region: {default:"
                    + " 'eu'}}}"));
    for (ApiOperation operation : ApiOperations.of(document)) {
      operation.json().putArray("servers").add(json("{url: '/elsewhere'}"));
    }
  }
}
