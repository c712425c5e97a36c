package com.configcat.management.openapi.check;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandwrittenCheckTest {
  private final ObjectNode document = Documents.pinned();

  @Test
  void passesThePinnedDocumentAndOneWithoutTheSchemas() {
    passes();
    schemas().remove("SettingValueType");
    schemas().remove("JsonPatchOperation");
    passes();
  }

  @Test
  void passesWhatTheClassesCanCarryAsWell() {
    schemas()
        .set(
            "SettingValueType",
            json(
                "{anyOf: [{type: 'integer'}, {type: 'number'}, {type: 'string'}, {type:"
                    + " 'boolean'}]}"));
    ((ObjectNode) schemas().at("/JsonPatchOperation/properties")).putObject("comment");

    passes();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SettingValueType   | {type: 'string'}
          SettingValueType   | {oneOf: [{type: 'boolean'}, {type: 'string'}]}
          SettingValueType   | {oneOf: [{type: 'boolean'}, {type: 'string'}, {type: 'number'}, {type: 'object'}]}
          JsonPatchOperation | {type: 'string'}
          JsonPatchOperation | {type: 'object', properties: {op: {}, path: {}, value: {}}, required: ['op', 'path']}
          JsonPatchOperation | {type: 'object', properties: {op: {}, path: {}, value: {}, from: {}}, required: ['op', 'path', 'from']}
          """)
  void refusesWhatTheyCannot(String name, String schema) {
    schemas().set(name, json(schema));

    assertThatThrownBy(() -> HandwrittenCheck.check(document))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("the schema " + name + " no longer fits the handwritten class");
  }

  private void passes() {
    assertThatCode(() -> HandwrittenCheck.check(document)).doesNotThrowAnyException();
  }

  private ObjectNode schemas() {
    return (ObjectNode) document.at("/components/schemas");
  }
}
