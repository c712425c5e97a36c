package com.configcat.management.openapi.pinned;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of the examples notices what is wrong with one. */
class ExampleValidatorTest {
  private final ExampleValidator examples =
      new ExampleValidator(
          json(
              "{components: {schemas: {Kind: {type: 'string', enum: ['a', 'b']}, A: {type:"
                  + " 'object', required: ['id'], properties: {id: {type: 'string', format:"
                  + " 'uuid'}, at: {type: 'string', format: 'date-time', nullable: true}, kind:"
                  + " {allOf: [{$ref: '#/components/schemas/Kind'}], nullable: true}, name: {type:"
                  + " 'string', maxLength: 3}, count: {type: 'integer', minimum: 0}, parts: {type:"
                  + " 'array', items: {$ref: '#/components/schemas/A'}}, value: {oneOf: [{type:"
                  + " 'boolean'}, {type: 'string'}, {type: 'number'}]}}}}}}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at: null
          at: '2026-08-14T09:30:00Z', kind: 'a', name: 'abc', count: 0
          value: true, parts: [{id: '08d8f29c-6b0d-4e5d-8f3a-5f6b3f4f8c01', value: 'x'}]
          """)
  void passesWhatIsRight(String properties) {
    assertThat(examples.errors("A", example(properties))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: 'none'
          at: '14 August 2026'
          kind: 'c'
          kind: null
          name: 'abcd'
          name: null
          count: -1
          count: 1.5
          parts: [{}]
          value: {}
          misspelt: 1
          """)
  void noticesWhatIsWrong(String properties) {
    assertThat(examples.errors("A", example(properties))).isNotEmpty();
  }

  private static JsonNode example(String properties) {
    return json("{id: '08d8f29c-6b0d-4e5d-8f3a-5f6b3f4f8c01', " + properties + "}");
  }
}
