package com.configcat.management.openapi.plain;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Brings the schemas of a document into few forms.
 *
 * <p>What has properties, and what is a text with fixed values, is a schema of {@code components}
 * and a class of its own. Everything else stands where it is used: texts, numbers, lists, maps, and
 * any JSON for what Java has no type for.
 */
public final class PlainDocument {
  private final ObjectNode document;
  private final SchemaForms forms;

  private PlainDocument(ObjectNode document) {
    this.document = document;
    this.forms = new SchemaForms(document, SchemaNames.apply(document));
  }

  /** Rewrites a document in which operations have their names and nothing is shared but schemas. */
  public static void apply(ObjectNode document) {
    new PlainDocument(document).apply();
  }

  private void apply() {
    for (ApiOperation operation : ApiOperations.of(document)) {
      String name = Words.upperCamel(operation.json().path("operationId").asText());
      for (JsonNode parameter : operation.json().path("parameters")) {
        if (parameter.has("content")) {
          continue; // The client cannot send it, whatever its schema.
        }
        use((ObjectNode) parameter, name + Words.upperCamel(parameter.path("name").asText()));
      }
      content(operation.json().path("requestBody"), name + "Request");
      for (Map.Entry<String, JsonNode> response : operation.json().path("responses").properties()) {
        content(response.getValue(), name + "Response");
      }
    }
    forms.components();
    Answers.apply(document);
    SendableParameters.apply(document);
  }

  private void content(JsonNode withContent, String name) {
    for (JsonNode media : withContent.path("content")) {
      use((ObjectNode) media, name);
    }
  }

  private void use(ObjectNode holder, String name) {
    holder.set("schema", forms.use(holder.path("schema"), name));
  }
}
