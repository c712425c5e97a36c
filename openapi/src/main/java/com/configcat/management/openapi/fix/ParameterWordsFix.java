package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Describes parameters without a description by their names, for their Javadoc. */
final class ParameterWordsFix {
  private ParameterWordsFix() {}

  static void apply(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      for (JsonNode parameter : operation.json().path("parameters")) {
        if (parameter instanceof ObjectNode described && !described.has("description")) {
          described.put("description", description(described.path("name").asText()));
        }
      }
    }
  }

  /** Returns {@code Id of the Proxy Profile.} for {@code proxyProfileId}. */
  static String description(String name) {
    String[] words = name.split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
    boolean id = words.length > 1 && words[words.length - 1].equalsIgnoreCase("id");
    if (!id) {
      return "The " + String.join(" ", words).toLowerCase(Locale.ROOT) + ".";
    }
    return Arrays.stream(words, 0, words.length - 1)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" ", "Id of the ", "."));
  }
}
