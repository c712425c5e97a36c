package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides whether a document is one of this API that a client can be generated from. */
public final class DocumentCheck {
  private static final int MIN_PATHS = 50;
  private static final int SHOWN_MESSAGES = 5;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  private DocumentCheck() {}

  /**
   * Passes a usable document.
   *
   * @throws ContractException if it is not usable
   */
  public static void check(ObjectNode document) {
    checkVersion(document);
    int paths = document.path("paths").size();
    if (paths < MIN_PATHS) {
      throw new ContractException(
          "the document has " + paths + " paths; this API's has at least " + MIN_PATHS);
    }
    ReferenceCheck.check(document);
    checkStrictly(document);
    checkTemplates(document);
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

  private static void checkStrictly(ObjectNode document) {
    ParseOptions options = new ParseOptions();
    options.setResolve(false);
    List<String> messages =
        new OpenAPIV3Parser()
            .readContents(document.toString(), List.of(), options).getMessages().stream()
                // Two operations of one id are told apart by the fixes.
                .filter(message -> !message.endsWith("operationId is repeated"))
                .toList();
    if (!messages.isEmpty()) {
      int more = messages.size() - SHOWN_MESSAGES;
      throw new ContractException(
          "the document is not valid OpenAPI 3.0: "
              + messages.stream().limit(SHOWN_MESSAGES).collect(Collectors.joining("; "))
              + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  /** A client cannot fill a path whose placeholders and parameters differ. */
  private static void checkTemplates(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      Set<String> placeholders =
          PLACEHOLDER
              .matcher(operation.path())
              .results()
              .map((MatchResult result) -> result.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> parameters = new TreeSet<>();
      List<JsonNode> declared = new ArrayList<>();
      document.path("paths").path(operation.path()).path("parameters").forEach(declared::add);
      operation.json().path("parameters").forEach(declared::add);
      for (JsonNode parameter : declared) {
        JsonNode resolved = ApiOperations.resolve(document, parameter);
        if (resolved.path("in").asText().equals("path")) {
          parameters.add(resolved.path("name").asText());
        }
      }
      if (!placeholders.equals(parameters)) {
        throw new ContractException(
            operation.key() + " declares the path parameters " + parameters);
      }
    }
  }
}
