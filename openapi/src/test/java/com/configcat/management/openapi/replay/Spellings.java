package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.Documents.json;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Words more of OpenAPI that leave the interface as it is, or nearly so. */
final class Spellings {
  private Spellings() {}

  static List<Mutation> all() {
    return List.of(
        new Mutation("defaults-spelled-out", (document, random) -> defaults(document)),
        new Mutation("closed-schemas", (document, random) -> closed(document)),
        new Mutation("formats-of-texts", Spellings::formats),
        new Mutation("unique-items", (document, random) -> uniqueItems(document)),
        new Mutation("headers-links-callbacks", (document, random) -> aroundAnswers(document)),
        new Mutation("bodies-of-failures", (document, random) -> failures(document)),
        new Mutation("security-at-operations", (document, random) -> security(document)),
        new Mutation("extensions", (document, random) -> extensions(document)),
        new Mutation("wrong-examples", (document, random) -> wrongExamples(document)),
        new Mutation("nullable-here-and-there", Spellings::nullable));
  }

  private static void defaults(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      operation.json().put("deprecated", false);
      for (JsonNode parameter : operation.json().path("parameters")) {
        ObjectNode own = (ObjectNode) parameter;
        boolean inQuery = own.path("in").asText().equals("query");
        if (!own.has("required") && !own.has("$ref")) {
          own.put("required", false);
          own.put("style", inQuery ? "form" : "simple").put("explode", inQuery);
        }
      }
    }
    Pick.eachProperty(
        document,
        property -> {
          ObjectNode own = (ObjectNode) property.getValue();
          if (!own.has("nullable") && !own.has("$ref")) {
            own.put("nullable", false).put("readOnly", false).put("deprecated", false);
          }
        });
  }

  private static void closed(ObjectNode document) {
    for (JsonNode schema : Pick.schemas(document)) {
      if (schema.has("properties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
  }

  private static void formats(ObjectNode document, Random random) {
    List<String> formats = List.of("uri", "email", "password", "byte", "date", "hostname", "time");
    Pick.eachProperty(
        document,
        property -> {
          ObjectNode own = (ObjectNode) property.getValue();
          if (own.path("type").asText().equals("string") && !own.has("format")) {
            own.put("format", Pick.one(formats, random));
          }
        });
  }

  private static void uniqueItems(ObjectNode document) {
    Pick.each(
        document.path("components"),
        node -> {
          if (node.path("type").asText().equals("array")) {
            node.put("uniqueItems", true);
          }
        });
  }

  private static void aroundAnswers(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      for (JsonNode response : operation.json().path("responses")) {
        ((ObjectNode) response)
            .setAll(
                json(
                    """
                    {headers: {'X-Rate-Limit-Remaining': {schema: {type: 'integer'}}},
                     links: {next: {operationRef: '#/paths/~1v1~1me/get'}}}
                    """));
      }
      operation
          .json()
          .setAll(
              json(
                  """
                  {callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content:
                     {'application/json': {schema: {type: 'object', properties: {at: {type: 'string'}}}}}},
                     responses: {'200': {description: ''}}}}}}}
                  """));
    }
  }

  private static void failures(ObjectNode document) {
    Pick.schemas(document)
        .set(
            "ProblemDetails",
            json(
                """
                {type: 'object', additionalProperties: {}, properties:
                  {type: {type: 'string', nullable: true}, status: {type: 'integer', format: 'int32'}}}
                """));
    for (ApiOperation operation : ApiOperations.of(document)) {
      for (Map.Entry<String, JsonNode> response : operation.json().path("responses").properties()) {
        if (!response.getKey().startsWith("2")) {
          ((ObjectNode) response.getValue())
              .set(
                  "content",
                  json(
                      """
                      {'text/plain': {schema: {type: 'string'}},
                       'application/problem+json': {schema: {$ref: '#/components/schemas/ProblemDetails'}}}
                      """));
        }
      }
    }
  }

  private static void security(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      operation.json().set("security", document.path("security"));
    }
    document.remove("security");
  }

  private static void extensions(ObjectNode document) {
    Pick.each(
        document.path("components"),
        node -> {
          if (node.path("type").isTextual()) {
            node.put("x-secret", true).putArray("x-enum-varnames").add("Evil");
          }
        });
    for (ApiOperation operation : ApiOperations.of(document)) {
      operation.json().put("x-operation-name", "evil").put("x-empty-answer", true);
    }
  }

  private static void wrongExamples(ObjectNode document) {
    Pick.eachProperty(document, property -> ((ObjectNode) property.getValue()).put("example", ""));
    Pick.schemas(document).forEach(schema -> ((ObjectNode) schema).put("example", "nothing"));
  }

  private static void nullable(ObjectNode document, Random random) {
    Pick.eachProperty(
        document,
        property -> {
          ObjectNode own = (ObjectNode) property.getValue();
          if (!own.has("$ref") && random.nextInt(4) == 0) {
            own.put("nullable", true);
          }
        });
  }
}
