package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.Documents.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Draws schemas as a property, a body or an answer could have them. */
final class RandomSchemas {
  private static final List<String> PLAIN =
      List.of(
          "{type: 'string'}",
          "{type: 'string', format: 'uuid'}",
          "{type: 'string', format: 'date-time', nullable: true}",
          "{type: 'integer', format: 'int32', minimum: 0, maximum: 9}",
          "{type: 'integer', format: 'int64'}",
          "{type: 'integer'}",
          "{type: 'number', format: 'double'}",
          "{type: 'boolean', default: true}");

  private static final List<String> RARE =
      List.of(
          "{}",
          "{nullable: true}",
          "{type: 'object'}",
          "{type: 'object', additionalProperties: true}",
          "{type: 'object', additionalProperties: {type: 'integer'}}",
          "{additionalProperties: {$ref: '#/components/schemas/TagModel'}, type: 'object'}",
          "{type: 'object', additionalProperties: {type: 'array', items: {type: 'string'}}}",
          "{type: 'string', format: 'date'}",
          "{type: 'string', format: 'byte'}",
          "{type: 'string', format: 'binary'}",
          "{type: 'string', format: 'duration', default: 'PT1S'}",
          "{type: 'string', pattern: '^[a-z]{2}-[0-9]+$'}",
          "{type: 'string', minLength: 5, maxLength: 5}",
          "{type: 'number'}",
          "{type: 'number', format: 'float', minimum: 0.5, maximum: 0.75}",
          "{type: 'number', exclusiveMinimum: true, minimum: 0, multipleOf: 0.25}",
          "{type: 'integer', minimum: 10, exclusiveMinimum: true, multipleOf: 5}",
          "{type: 'integer', enum: [1, 2, 3]}",
          "{type: 'integer', default: 'five'}",
          "{type: 'string', enum: ['one', 'two']}",
          "{type: 'string', enum: ['asc', 'ASC', '']}",
          "{type: 'string', enum: []}",
          "{type: 'string', nullable: true, enum: ['on', 'off', null]}",
          "{enum: ['one', 2, true]}",
          "{type: 'array', items: {type: 'array', items: {type: 'integer', format: 'int32'}}}",
          "{type: 'array', items: {$ref: '#/components/schemas/TagModel'}, uniqueItems: true}",
          "{type: 'array', items: {}}",
          "{type: 'array', items: {type: 'object', properties: {at: {type: 'string'}}}}",
          "{type: 'object', properties: {at: {type: 'string', format: 'date-time'}}, required:"
              + " ['at']}",
          "{properties: {inner: {type: 'object', properties: {deep: {type: 'string', enum:"
              + " ['x']}}}}}",
          "{oneOf: [{type: 'string'}, {type: 'integer'}]}",
          "{anyOf: [{$ref: '#/components/schemas/TagModel'}, {$ref:"
              + " '#/components/schemas/MeModel'}]}",
          "{oneOf: [{$ref: '#/components/schemas/TagModel'}], nullable: true}",
          "{allOf: [{$ref: '#/components/schemas/TagModel'}, {type: 'object', properties: {more:"
              + " {type: 'string'}}}]}",
          "{allOf: [{$ref: '#/components/schemas/EvaluationVersion'}], default: 'v1', nullable:"
              + " true}",
          "{allOf: [{type: 'string'}, {maxLength: 5}]}",
          "{$ref: '#/components/schemas/SettingValueType'}",
          "{type: 'array', items: {$ref: '#/components/schemas/JsonPatchOperation'}}",
          "{not: {type: 'string'}}",
          "{type: 'string', readOnly: true}",
          "{type: 'string', writeOnly: true}",
          "{type: 'object', properties: {}}");

  private RandomSchemas() {}

  static ObjectNode plain(Random random) {
    return json(Pick.one(PLAIN, random));
  }

  static ObjectNode any(ObjectNode document, Random random) {
    return switch (random.nextInt(5)) {
      case 0, 1 -> plain(random);
      case 2 -> json("{}").put("$ref", "#/components/schemas/" + Pick.model(document, random));
      default -> json(Pick.one(RARE, random));
    };
  }
}
