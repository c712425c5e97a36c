package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.plain.MediaTypes;
import com.configcat.management.openapi.plain.SendableParameters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses a fixed document that has an operation which the client cannot call. */
public final class CallCheck {
  private static final Set<String> METHODS =
      Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH");

  /** What Retrofit takes for a path: placeholders are named like variables, or nearly so. */
  private static final Pattern PATH =
      Pattern.compile("(/([A-Za-z0-9._~!$'()*+,;:@-]|\\{[a-zA-Z][a-zA-Z0-9_-]*})*)+");

  /** As many as a method of Java takes, with a margin for the body and the receiver. */
  private static final int MAX_PARAMETERS = 250;

  private final ObjectNode document;

  private CallCheck(ObjectNode document) {
    this.document = document;
  }

  /**
   * Passes a document of which every operation can be called.
   *
   * @throws ContractException if one cannot; it says which and why
   */
  public static void check(ObjectNode fixedDocument) {
    CallCheck check = new CallCheck(fixedDocument);
    ApiOperations.of(fixedDocument).forEach(check::check);
  }

  private void check(ApiOperation operation) {
    ObjectNode json = operation.json();
    if (!METHODS.contains(operation.method())) {
      throw refused(operation, "uses an HTTP method that Retrofit does not support");
    }
    if (!PATH.matcher(operation.path()).matches()) {
      throw refused(operation, "has a path that Retrofit does not accept");
    }
    int parameters = json.path("parameters").size();
    if (parameters > MAX_PARAMETERS) {
      throw refused(operation, "has " + parameters + " parameters, more than a method can have");
    }
    for (JsonNode parameter : json.path("parameters")) {
      SendableParameters.obstacle(document, parameter)
          .ifPresent(
              obstacle -> {
                String name = parameter.path("name").asText();
                throw refused(operation, "needs the parameter '" + name + "', which " + obstacle);
              });
    }
    speaksJson(operation, "takes", json.path("requestBody"));
    boolean succeeds = false;
    for (Map.Entry<String, JsonNode> response : json.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        succeeds = true;
        speaksJson(operation, "answers with", response.getValue());
      }
    }
    if (!succeeds) {
      throw refused(operation, "declares no successful response");
    }
    if (!takesBasicCredentials(json)) {
      throw refused(operation, "cannot be called with a user name and a password");
    }
  }

  private static void speaksJson(ApiOperation operation, String verb, JsonNode withContent) {
    if (withContent.path("content") instanceof ObjectNode content
        && !content.isEmpty()
        && MediaTypes.json(content).isEmpty()) {
      List<String> types = content.propertyStream().map(Map.Entry::getKey).sorted().toList();
      throw refused(operation, verb + " " + String.join(", ", types) + ", but no JSON");
    }
  }

  private boolean takesBasicCredentials(ObjectNode operation) {
    JsonNode asked =
        operation.has("security") ? operation.get("security") : document.path("security");
    boolean takes = asked.isEmpty();
    for (JsonNode alternative : asked) {
      boolean suffices = true;
      for (Map.Entry<String, JsonNode> scheme : alternative.properties()) {
        JsonNode declared = document.at("/components/securitySchemes").path(scheme.getKey());
        suffices &=
            declared.path("type").asText().equals("http")
                && declared.path("scheme").asText().equalsIgnoreCase("basic");
      }
      takes |= suffices;
    }
    return takes;
  }

  private static ContractException refused(ApiOperation operation, String why) {
    return new ContractException("the client cannot be generated: " + operation.key() + " " + why);
  }
}
