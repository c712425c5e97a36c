package com.configcat.management.openapi.plain;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaNamesTest {
  private final ObjectNode document =
      json(
          """
          {paths: {'/a': {get: {tags: ['Things'], operationId: 'get-things', responses: {}}}},
           components: {schemas: {
             User: {properties: {its: {$ref: '#/components/schemas/X'}}}}}}
          """);

  @ParameterizedTest
  @CsvSource({
    "TagModel, TagModel",
    "class, ClassModel",
    "List, ListModel",
    "Object, ObjectModel",
    "Call, CallModel",
    "Builder, BuilderModel",
    "SettingValue, SettingValueModel",
    "offsetdatetime, OffsetdatetimeModel",
    "Config Cat, ConfigCat",
    "Operation`1, Operation1",
    "2fa, Model2fa",
    "漢字, Model",
    "ThingsApi, ThingsApi2",
    "ThingsOperations, ThingsOperations2",
    "GetThingsOptions, GetThingsOptions2",
    "SettingValueType, SettingValueType"
  })
  void renamesWhatNoClassOfItsOwnCanBeCalled(String name, String renamed) {
    schemas().set(name, json("{properties: {a: {}}}"));
    ((ObjectNode) document.at("/components/schemas/User/properties/its"))
        .put("$ref", "#/components/schemas/" + name);

    SchemaNames.apply(document);

    assertThat(schemas().fieldNames()).toIterable().containsExactlyInAnyOrder("User", renamed);
    assertThat(document.at("/components/schemas/User/properties/its/$ref").asText())
        .isEqualTo("#/components/schemas/" + renamed);
  }

  @Test
  void leavesAFitNameToWhoHasItAndNumbersTheOthers() {
    for (String name : new String[] {"Tag_Model", "TagModel", "tagmodel", "Tag.Model"}) {
      schemas().set(name, json("{properties: {}}").put("description", name));
    }
    SchemaNames.apply(document);

    assertThat(schemas().properties().stream().map(Map.Entry::getKey))
        .contains("TagModel", "TagModel2", "TagModel3")
        .hasSize(5);
    assertThat(schemas().at("/TagModel/description").asText()).isEqualTo("TagModel");
  }

  private ObjectNode schemas() {
    return (ObjectNode) document.at("/components/schemas");
  }
}
