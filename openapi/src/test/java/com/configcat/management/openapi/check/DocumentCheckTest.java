package com.configcat.management.openapi.check;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCheckTest {
  private final ObjectNode document = Documents.pinned();

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", "3.0.1", "3.0.4"})
  void passesEveryOpenApi30(String version) {
    document.put("openapi", version);

    passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1.0", "3.10.0", "4.0.0", "2.0"})
  void refusesOtherVersionsByName(String version) {
    document.put("openapi", version);

    refuses("OpenAPI " + version);
  }

  @Test
  void wantsFiftyPaths() {
    ObjectNode paths = (ObjectNode) document.get("paths");
    List<String> names = paths.propertyStream().map(Map.Entry::getKey).toList();
    paths.retain(names.subList(0, 49));

    refuses("49 paths");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.com/x.json     | outside
          other.yaml#/X                  | outside
          //example.com/x                | outside
          #X                             | outside
          #/components/schemas/Nobody    | does not have
          #/components/schemas           | not valid
          """)
  void refusesReferencesThatLeadOutOrNowhere(String reference, String reason) {
    property().removeAll().put("$ref", reference);

    refuses(reason);
  }

  @Test
  void refusesReferencesOutsideInWhateverAToolMayFollow() {
    property()
        .setAll(
            json(
                "{oneOf: [], discriminator: {propertyName: 't',"
                    + " mapping: {a: 'https://example.com/x'}}}"));

    refuses("outside itself: https://example.com/x");
  }

  @Test
  void passesADiscriminatorThatNamesSchemas() {
    property()
        .removeAll()
        .setAll(
            json(
                "{oneOf: [{$ref: '#/components/schemas/TagModel'}], discriminator: {propertyName:"
                    + " 'name', mapping: {a: 'TagModel', b: '#/components/schemas/TagModel'}}}"));

    passes();
  }

  @Test
  void passesSchemasThatContainThemselvesByAProperty() {
    property()
        .removeAll()
        .put("type", "array")
        .set("items", json("{$ref: '#/components/schemas/ProductModel'}"));

    passes();
  }

  @Test
  void refusesSchemasThatConsistOfThemselves() {
    schemas().set("A", json("{allOf: [{$ref: '#/components/schemas/B'}]}"));
    schemas().set("B", json("{$ref: '#/components/schemas/A'}"));

    refuses("a schema that contains itself: #/components/schemas/A");
  }

  @Test
  void refusesAPathThatNoClientCouldFill() {
    ObjectNode operation = Documents.operation(document, "get", "/v1/products/{productId}");
    operation.withArray("parameters").removeAll();
    refuses("productId");

    operation.withArray("parameters").add(parameter("productId")).add(parameter("somethingElse"));
    refuses("GET /v1/products/{productId} declares the path parameters");
  }

  @Test
  void passesPathParametersThatAreSharedOrStandAtThePath() {
    Documents.operation(document, "get", "/v1/products/{productId}")
        .withArray("parameters")
        .removeAll();
    ((ObjectNode) document.get("components"))
        .putObject("parameters")
        .set("id", parameter("productId"));
    for (String method : List.of("put", "delete")) {
      Documents.operation(document, method, "/v1/products/{productId}").remove("parameters");
    }
    ((ObjectNode) document.at("/paths").path("/v1/products/{productId}"))
        .putArray("parameters")
        .add(json("{$ref: '#/components/parameters/id'}"));

    passes();
  }

  @Test
  void passesOperationIdsThatAreMissingOrTaken() {
    Documents.operation(document, "get", "/v1/products").remove("operationId");
    Documents.operation(document, "get", "/v1/me").put("operationId", "get-organizations");

    passes();
  }

  @Test
  void saysWhereTheDocumentIsInvalid() {
    Documents.operation(document, "get", "/v1/products").remove("responses");

    refuses("/v1/products");
  }

  private static ObjectNode parameter(String name) {
    return json("{in: 'path', required: true, schema: {type: 'string'}}").put("name", name);
  }

  private ObjectNode property() {
    return Documents.property(document, "ProductModel", "name");
  }

  private ObjectNode schemas() {
    return (ObjectNode) document.at("/components/schemas");
  }

  private void passes() {
    assertThatCode(() -> DocumentCheck.check(document)).doesNotThrowAnyException();
  }

  private void refuses(String reason) {
    assertThatThrownBy(() -> DocumentCheck.check(document))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(reason);
  }
}
