package com.configcat.management.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;

/** Decides whether a document is one of this API that a client can be generated from. */
final class DocumentCheck {
  private static final int MIN_PATHS = 50;

  private DocumentCheck() {}

  /**
   * Passes a usable document.
   *
   * @throws ContractException if it is not usable
   */
  static void check(ObjectNode document) {
    checkVersion(document);
    int paths = document.path("paths").size();
    if (paths < MIN_PATHS) {
      throw new ContractException(
          "the document has " + paths + " paths; this API's has at least " + MIN_PATHS);
    }
    checkReferences(document, document);
    checkStrictly(document);
  }

  private static void checkVersion(ObjectNode document) {
    String version = document.path("openapi").asText();
    if (version.isEmpty()) {
      String swagger = document.path("swagger").asText();
      throw new ContractException(
          swagger.isEmpty()
              ? "the document is not OpenAPI"
              : "the document is Swagger " + swagger + ", not OpenAPI 3.0");
    }
    if (!version.startsWith("3.0.")) {
      throw new ContractException(
          "the document is OpenAPI " + version + "; the generator's settings are for 3.0");
    }
  }

  private static void checkReferences(ObjectNode document, JsonNode node) {
    JsonNode reference = node.get("$ref");
    if (reference != null && reference.isTextual()) {
      String target = reference.asText();
      if (!target.startsWith("#/")) {
        throw new ContractException("the document refers to something outside itself: " + target);
      }
      if (document.at(target.substring(1)).isMissingNode()) {
        throw new ContractException("the document refers to something it does not have: " + target);
      }
    }
    node.forEach(child -> checkReferences(document, child));
  }

  private static void checkStrictly(ObjectNode document) {
    ParseOptions offline = new ParseOptions();
    offline.setResolve(false);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(document.toString(), List.of(), offline);
    if (!result.getMessages().isEmpty()) {
      throw new ContractException(
          "the document is not valid OpenAPI 3.0: " + String.join("; ", result.getMessages()));
    }
  }
}
