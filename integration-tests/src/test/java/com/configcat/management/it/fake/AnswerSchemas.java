package com.configcat.management.it.fake;

import com.configcat.management.it.contract.Contract;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Validates answers of the fake against the document, by a validator that the fake does not use.
 *
 * <p>The document has no schema for errors, so they are held against the shapes that the service
 * was seen to answer with.
 */
final class AnswerSchemas {
  /** What the service was seen to answer though no operation declares it, and what HTTP wants. */
  static final Set<Integer> UNDECLARED = Set.of(401, 402, 403, 405, 409, 415);

  /** The document declares no refusal of these, though what they are given can be wrong. */
  private static final Set<String> WITHOUT_REFUSALS =
      Set.of(
          "POST /v1/jira/connect",
          "GET /v1/organizations/{organizationId}/organization-limitations",
          "GET /v1/products/{productId}/tags",
          "GET /v1/products/{productId}/webhooks");

  private static final String URL = "https://contract.invalid/openapi.json";

  /** Messages by field, in one of two forms, or one message. */
  private static final String ERROR =
      """
      {"oneOf": [
        {"type": "string", "minLength": 1},
        {"type": "object", "minProperties": 1, "additionalProperties": {"oneOf": [
          {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
          {"type": "object", "required": ["Errors"], "additionalProperties": false,
           "properties": {"Errors": {"type": "array", "minItems": 1, "items": {
             "type": "object", "required": ["ErrorMessage"], "additionalProperties": false,
             "properties": {"ErrorMessage": {"type": "string", "minLength": 1}}}}}}]}}]}
      """;

  private final JsonObject document;
  private final SchemaRegistry registry;
  private final Schema error;

  AnswerSchemas(Contract contract) {
    try {
      document = JsonParser.parseString(Files.readString(contract.pinned())).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonElement strict = document.deepCopy();
    ProxyDocument.rewrite(strict);
    forbidUnknownMembers(strict);
    registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(URL, strict.toString())));
    error = registry.getSchema(ERROR);
  }

  /** Lists what the document does not allow of an answer. */
  List<String> problems(String method, String template, int status, String type, String body) {
    JsonObject responses =
        document
            .getAsJsonObject("paths")
            .getAsJsonObject(template)
            .getAsJsonObject(method.toLowerCase(Locale.ROOT))
            .getAsJsonObject("responses");
    JsonObject response = responses.getAsJsonObject(Integer.toString(status));
    boolean allowed =
        response != null
            || UNDECLARED.contains(status)
            || (status == 302 && Walk.REDIRECTED.contains(method + " " + template))
            || ((status == 400 || status == 404)
                && WITHOUT_REFUSALS.contains(method + " " + template));
    if (!allowed) {
      return List.of(status + " is not declared");
    }
    if (response != null && response.has("content")) {
      String pointer =
          "/paths/%s/%s/responses/%d/content/application~1json/schema"
              .formatted(template.replace("/", "~1"), method.toLowerCase(Locale.ROOT), status);
      return validated(registry.getSchema(SchemaLocation.of(URL + "#" + pointer)), body);
    }
    if (body.isEmpty() || (status == 429 && type.startsWith("text/plain"))) {
      return List.of();
    }
    return status < 400 ? List.of("has a body") : validated(error, body);
  }

  List<String> problems(RawRequest request, RawRequest.Answer answer) {
    return problems(
        request.operation().method(),
        request.operation().path(),
        answer.status(),
        answer.type(),
        answer.body());
  }

  private static List<String> validated(Schema schema, String body) {
    return schema
        .validate(
            body,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(problem -> problem.getInstanceLocation() + ": " + problem.getMessage())
        .toList();
  }

  private static void forbidUnknownMembers(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(AnswerSchemas::forbidUnknownMembers);
    } else if (element instanceof JsonObject object) {
      object.asMap().values().forEach(AnswerSchemas::forbidUnknownMembers);
      boolean closed = object.get("properties") instanceof JsonObject;
      if (closed && !object.has("additionalProperties")) {
        object.addProperty("additionalProperties", false);
      }
    }
  }
}
