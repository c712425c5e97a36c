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
import org.jspecify.annotations.Nullable;

/**
 * What {@code fixes.yaml} says.
 *
 * @param tags tag to the stem of its classes
 * @param names operation, as {@code GET /v1/products}, to the name of its method
 * @param operationIds operation to the id it gets
 * @param requiredParameters names of header parameters that are required wherever they occur
 * @param requestBodiesRequired whether every request body is required
 * @param secrets properties, as {@code Schema.property}, that are never shown
 */
public record Fixes(
    Map<String, String> tags,
    Map<String, String> names,
    Map<String, String> operationIds,
    Set<String> requiredParameters,
    boolean requestBodiesRequired,
    Set<String> secrets) {

  public static Fixes read(Path file) throws IOException {
    JsonNode yaml = DocumentReader.read(Files.readAllBytes(file));
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> operationIds = new LinkedHashMap<>();
    yaml.path("operations")
        .properties()
        .forEach(
            entry -> {
              JsonNode fix = entry.getValue();
              put(
                  names,
                  entry.getKey(),
                  fix.isTextual() ? fix.asText() : fix.path("name").asText(null));
              put(operationIds, entry.getKey(), fix.path("operationId").asText(null));
            });
    Map<String, String> tags = new LinkedHashMap<>();
    yaml.path("tags")
        .properties()
        .forEach(entry -> tags.put(entry.getKey(), entry.getValue().asText()));
    return new Fixes(
        tags,
        names,
        operationIds,
        texts(yaml.path("requiredParameters")),
        yaml.path("requestBodiesRequired").asBoolean(),
        secrets(yaml.path("secrets")));
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static Set<String> secrets(JsonNode array) {
    Set<String> secrets = texts(array);
    for (String secret : secrets) {
      if (!secret.matches("[^.]+\\..+")) {
        throw new ContractException(
            "fixes.yaml has a secret that is no Schema.property: " + secret);
      }
    }
    return secrets;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
