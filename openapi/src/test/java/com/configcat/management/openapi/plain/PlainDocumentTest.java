package com.configcat.management.openapi.plain;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.NormalForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDocumentTest {
  private static final String TAG = "{$ref: '#/components/schemas/Tag'}";
  private final ObjectNode document =
      json(
          """
          {paths: {}, components: {schemas: {
            Owner: {type: 'object', properties: {}},
            Tag: {type: 'object', required: ['id'], properties: {id: {type: 'string'}}},
            Kind: {type: 'string', enum: ['a', 'b']}}}}
          """);

  @Test
  void leavesTheSchemasOfThePinnedDocumentAsTheyAre() {
    ObjectNode pinned = Documents.pinned();
    PlainDocument.apply(pinned);

    assertThat(NormalForm.structure(pinned).at("/components/schemas"))
        .isEqualTo(NormalForm.structure(Documents.pinned()).at("/components/schemas"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: 'string', format: 'date', minLength: 2}       | {type: 'string', minLength: 2}
          {type: 'string', format: 'uuid'}                     | {type: 'string', format: 'uuid'}
          {type: 'integer', default: 'five', format: 'int64'}  | {type: 'integer', format: 'int64'}
          {type: 'number', format: 'float', multipleOf: 2}     | {type: 'number', multipleOf: 2}
          {type: 'integer', enum: [1, 2]}                      | {type: 'integer'}
          {type: 'string', enum: []}                           | {type: 'string'}
          {type: 'string', enum: ['asc', 'ASC']}               | {type: 'string'}
          {type: 'string', enum: ['unrecognized']}             | {type: 'string'}
          {enum: ['*/', 'x']}                                  | {type: 'string'}
          {enum: ['one', 2]}                                   | {}
          {type: 'array', uniqueItems: true, items: {}}        | {type: 'array', items: {}}
          {items: {type: 'array', items: {type: 'boolean'}}}   | {type: 'array', items: {type: 'array', items: {type: 'boolean'}}}
          {type: 'object', additionalProperties: true}         | {type: 'object', additionalProperties: {}}
          {additionalProperties: {type: 'string'}}             | {type: 'object', additionalProperties: {type: 'string'}}
          {type: 'object', properties: {}}                     | {type: 'object'}
          {type: 'file'}                                       | {}
          {oneOf: [{type: 'string'}, {type: 'integer'}]}       | {}
          {not: {type: 'string'}, nullable: true}              | {nullable: true}
          {allOf: [{type: 'string'}, {maxLength: 5}]}          | {type: 'string', maxLength: 5}
          {oneOf: [{type: 'string'}], nullable: true}          | {type: 'string', nullable: true}
          {type: 'string', pattern: '(?<x>a)'}                 | {type: 'string'}
          {type: 'string', pattern: '^[a-z]{2}-[0-9]+$'}       | {type: 'string', pattern: '^[a-z]{2}-[0-9]+$'}
          """)
  void writesWhatIsNoClassWhereItIsUsed(String written, String plain) {
    assertThat(property(written)).isEqualTo(json(plain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {$ref: '#/components/schemas/Tag', nullable: true}                        | {$ref: '#/components/schemas/Tag'}
          {allOf: [{$ref: '#/components/schemas/Tag'}]}                             | {$ref: '#/components/schemas/Tag'}
          {type: 'object', allOf: [{$ref: '#/components/schemas/Tag'}]}             | {$ref: '#/components/schemas/Tag'}
          {oneOf: [{$ref: '#/components/schemas/Tag'}], nullable: true}             | {nullable: true, allOf: [{$ref: '#/components/schemas/Tag'}]}
          {allOf: [{$ref: '#/components/schemas/Kind'}], default: 'a', title: 'T'}  | {title: 'T', allOf: [{$ref: '#/components/schemas/Kind'}]}
          """)
  void keepsReferencesToClassesWithWhatMaySurroundThem(String written, String plain) {
    assertThat(property(written)).isEqualTo(json(plain));
  }

  @Test
  void makesAClassOfWhatHasPropertiesOrFixedTextsWhereverItStands() {
    assertThat(
            property("{type: 'array', items: {type: 'object', properties: {at: {enum: ['x']}}}}"))
        .isEqualTo(json("{type: 'array', items: {$ref: '#/components/schemas/OwnerIts'}}"));
    assertThat(schema("OwnerIts").at("/properties/at"))
        .isEqualTo(json("{$ref: '#/components/schemas/OwnerItsAt'}"));
    assertThat(schema("OwnerItsAt")).isEqualTo(json("{type: 'string', enum: ['x']}"));
  }

  @Test
  void namesAClassSoThatNoOtherHasTheName() {
    schemas().set("ownerits", json("{type: 'object', properties: {a: {}}}"));

    assertThat(property("{properties: {a: {}}}").path("$ref").asText()).endsWith("/OwnerIts2");
    assertThat(schemas().fieldNames())
        .toIterable()
        .contains("Ownerits", "OwnerIts2")
        .doesNotContain("ownerits", "OwnerIts");
  }

  @Test
  void writesOutWhatAComponentIsThatBecomesNoClass() {
    schemas().set("Ids", json("{type: 'array', items: {$ref: '#/components/schemas/Id'}}"));
    schemas().set("Id", json("{type: 'string', format: 'uuid'}"));

    assertThat(property("{$ref: '#/components/schemas/Ids'}"))
        .isEqualTo(json("{type: 'array', items: {type: 'string', format: 'uuid'}}"));
    assertThat(schemas().has("Ids")).isFalse();
  }

  @Test
  void endsWhatNeverEnds() {
    schemas().set("Nested", json("{type: 'array', items: {$ref: '#/components/schemas/Nested'}}"));
    schemas()
        .set(
            "Node",
            json("{type: 'object', properties: {next: {$ref: '#/components/schemas/Node'}}}"));

    assertThat(property("{$ref: '#/components/schemas/Nested'}"))
        .isEqualTo(json("{type: 'array', items: {}}"));
    assertThat(schema("Node").at("/properties/next/$ref").asText()).endsWith("/Node");
  }

  @Test
  void putsTogetherWhatASchemaIsComposedOf() {
    schemas()
        .set(
            "Special",
            json(
                "{allOf: ["
                    + TAG
                    + ", {required: ['more', 'nobody'], properties: {more: {}}}], discriminator:"
                    + " {propertyName: 'id'}}"));
    plain();

    assertThat(said(schema("Special")))
        .isEqualTo(
            json(
                "{type: 'object', required: ['id', 'more'], properties: {id: {type: 'string'},"
                    + " more: {}}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: 'string', format: 'date', pattern: '(?<x>a)'}",
        "{type: 'array', uniqueItems: true, items: {}}",
        "{oneOf: [{type: 'string'}, {$ref: '#/components/schemas/Nowhere'}]}",
        "{type: 'object', discriminator: {propertyName: 'id'}}",
        "{type: 'integer', default: 'five', maxLength: 4}",
        "{type: 'file'}"
      })
  void keepsWhatItLeavesOutForComparisons(String written) {
    schemas().withObject("/Owner/properties").set("its", json(written));
    plain();

    assertThat(schema("Owner").at("/properties/its")).isNotEqualTo(json(written));
    assertThat(LeftOut.restored(document).at("/components/schemas/Owner/properties/its"))
        .isEqualTo(json(written));
  }

  @Test
  void refusesAReferenceToWhatIsNoSchema() {
    assertThatThrownBy(() -> property("{$ref: '#/components/responses/Tag'}"))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("#/components/responses/Tag, which is not a schema");
  }

  @ParameterizedTest
  @CsvSource({"200, 202", "201, 202", "202, 200"})
  void putsContentUnderTheLowestSuccess(String empty, String withContent) {
    document.set(
        "paths",
        json(
            """
            {/things: {get: {responses: {
              '%s': {description: 'Empty'},
              '%s': {description: 'Tag',
                     content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}}}}}
            """
                .formatted(empty, withContent)));

    plain();

    JsonNode responses = document.at("/paths/~1things/get/responses");
    String lowest = empty.compareTo(withContent) < 0 ? empty : withContent;
    String other = lowest.equals(empty) ? withContent : empty;
    assertThat(responses.path(lowest).path("description").asText()).isEqualTo("Tag");
    assertThat(responses.path(other).path("description").asText()).isEqualTo("Empty");
  }

  private JsonNode property(String written) {
    schemas().withObject("/Owner/properties").set("its", json(written));
    plain();
    return said(schema("Owner").at("/properties/its"));
  }

  /** Without what is only kept for comparisons. */
  private static JsonNode said(JsonNode schema) {
    ((ObjectNode) schema).remove(LeftOut.KEY);
    return schema;
  }

  private void plain() {
    PlainDocument.apply(document);
  }

  private ObjectNode schemas() {
    return (ObjectNode) document.at("/components/schemas");
  }

  private JsonNode schema(String name) {
    return schemas().path(name);
  }
}
