package com.configcat.management.openapi.words;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.pinned.ExampleValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleDraftsTest {
  @Test
  void draftsOfAllOfTheContractsSchemasAreValid() {
    ObjectNode document = Documents.pinned();
    document.at("/components/schemas").forEach(schema -> ((ObjectNode) schema).remove("example"));

    ExampleDrafts.add(document);

    ExampleValidator examples = new ExampleValidator(document);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      assertThat(schema.getValue().has("example")).as(schema.getKey()).isTrue();
      examples
          .errors(schema.getKey(), schema.getValue().get("example"))
          .forEach(error -> wrong.add(schema.getKey() + ": " + error));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void takesWhatIsKnownOfTheSameNameAndTypeAndOfWhatIsReferredTo() {
    ObjectNode document = Documents.pinned();
    ObjectNode schemas = document.withObject("/components/schemas");
    schemas.set(
        "NewModel",
        json(
            "{type: 'object', properties: {productId: {type: 'string', format: 'uuid', nullable:"
                + " true}, product: {$ref: '#/components/schemas/ProductModel'}, productIds: {type:"
                + " 'integer'}}}"));

    ExampleDrafts.add(document);

    JsonNode product = schemas.at("/ProductModel/example");
    JsonNode draft = schemas.at("/NewModel/example");
    assertThat(draft.path("productId")).isEqualTo(product.path("productId"));
    assertThat(draft.path("product")).isEqualTo(product);
    assertThat(draft.path("productIds").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: 'string'                                          | "thing model"
          type: 'string', maxLength: 3                            | "thi"
          type: 'string', minLength: 14                           | "thing model..."
          type: 'string', enum: ['x', 'y']                        | "x"
          type: 'integer', minimum: 7                             | 7
          type: 'integer', minimum: 0, maximum: 0                 | 0
          type: 'number', minimum: 0.5, maximum: 0.75             | 0.75
          type: 'boolean'                                         | true
          type: 'array', items: {type: 'boolean'}                 | [true]
          type: 'object'                                          | {}
          type: 'object', additionalProperties: {type: 'boolean'} | {"key":true}
          oneOf: [{type: 'boolean'}, {type: 'string'}]            | true
          properties: {b: {$ref: '#/components/schemas/ThingModel'}}  | {}
          """)
  void makesOneOfTheType(String schema, String example) {
    assertThat(draft(schema)).hasToString(example);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: 'string', pattern: '^a+$'
          type: 'object', required: ['b'], properties: {b: {$ref: '#/components/schemas/ThingModel'}}
          """)
  void makesNoneWhereNoneCanBeTold(String schema) {
    assertThat(draft(schema).isMissingNode()).isTrue();
  }

  @Test
  void leavesExamplesAlone() {
    assertThat(draft("type: 'boolean', example: false").asBoolean()).isFalse();
  }

  private static JsonNode draft(String schema) {
    ObjectNode document = json("{components: {schemas: {ThingModel: {" + schema + "}}}}");
    ExampleDrafts.add(document);
    return document.at("/components/schemas/ThingModel/example");
  }
}
