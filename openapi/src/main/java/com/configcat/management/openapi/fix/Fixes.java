package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.DocumentReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The content of {@code fixes.yaml}.
 *
 * @param names operation, as {@code GET /v1/products}, to its resource and method
 * @param operationIds operation to the id it gets
 * @param requiredParameters names of header parameters that are required wherever they occur
 * @param requestBodiesRequired whether every request body is required
 * @param secrets properties, as {@code Schema.property}, that are masked whatever their name
 * @param notSecret properties that are shown although their name is that of a secret
 */
public record Fixes(
    Map<String, OperationName> names,
    Map<String, String> operationIds,
    Set<String> requiredParameters,
    boolean requestBodiesRequired,
    Set<String> secrets,
    Set<String> notSecret) {

  public static Fixes read(Path file) throws IOException {
    JsonNode yaml = DocumentReader.read(Files.readAllBytes(file));
    Map<String, OperationName> names = new LinkedHashMap<>();
    Map<String, String> operationIds = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : yaml.path("operations").properties()) {
      JsonNode fix = entry.getValue();
      String name = fix.isTextual() ? fix.asText() : fix.path("name").asText();
      names.put(entry.getKey(), OperationName.parse(entry.getKey(), name));
      if (fix.has("operationId")) {
        operationIds.put(entry.getKey(), fix.get("operationId").asText());
      }
    }
    refuseDuplicates(names);
    return new Fixes(
        names,
        operationIds,
        texts(yaml.path("requiredParameters")),
        yaml.path("requestBodiesRequired").asBoolean(),
        properties(yaml.path("secrets")),
        properties(yaml.path("notSecret")));
  }

  private static void refuseDuplicates(Map<String, OperationName> names) {
    Map<String, String> operations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    names.forEach(
        (operation, name) -> {
          String other = operations.put(name.toString(), operation);
          if (other != null) {
            throw new ContractException(
                "fixes.yaml gives " + other + " and " + operation + " the same name, " + name);
          }
        });
  }

  private static Set<String> properties(JsonNode array) {
    Set<String> properties = texts(array);
    for (String property : properties) {
      if (!property.matches("[^.]+\\..+")) {
        throw new ContractException(
            "fixes.yaml lists '" + property + "', which is not of the form Schema.property");
      }
    }
    return properties;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
