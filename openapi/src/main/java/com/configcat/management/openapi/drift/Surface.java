package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.check.ContractFacts;
import com.configcat.management.openapi.document.Operation;
import com.configcat.management.openapi.document.Operations;
import com.configcat.management.openapi.fix.NameFix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that callers of the generated client can name in their code, a line each. */
final class Surface {
  private final Map<String, String> lines = new TreeMap<>();
  private final ContractFacts facts;

  private Surface(ContractFacts facts) {
    this.facts = facts;
  }

  /** Returns the lines of a fixed document by what they are about. */
  static Map<String, String> of(ObjectNode fixedDocument) {
    Surface surface = new Surface(new ContractFacts(fixedDocument));
    Operations.of(fixedDocument).forEach(surface::operation);
    fixedDocument
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema -> surface.schema(schema.getKey(), schema.getValue()));
    return surface.lines;
  }

  private void operation(Operation operation) {
    String key = operation.key();
    facts.operationLine(key, List.of()).ifPresent(line -> lines.put("operation " + key, line));
    String api =
        operation.json().path("tags").path(0).asText()
            + "Api."
            + NameFix.camelCase(operation.json().path("operationId").asText());
    lines.put("call " + key, "call " + key + " as " + api);
    for (JsonNode parameter : operation.json().path("parameters")) {
      if (!parameter.path("required").asBoolean()) {
        String option = "option " + key + " " + parameter.path("name").asText();
        lines.put(option, option + ":" + ContractFacts.type(parameter.path("schema")));
      }
    }
  }

  private void schema(String name, JsonNode schema) {
    lines.put("schema " + name, "schema " + name + " " + ContractFacts.type(schema));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      facts
          .propertyLine(name, property.getKey())
          .ifPresent(line -> lines.put("property " + name + "." + property.getKey(), line));
    }
    for (JsonNode value : schema.path("enum")) {
      facts.enumLine(name, value.asText()).ifPresent(line -> lines.put(line, line));
    }
  }
}
