package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.Documents.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Additions at which a generator, a compiler or a harness could stumble. */
final class OddAdditions {
  private OddAdditions() {}

  static List<Mutation> all() {
    return List.of(
        new Mutation("odd-schema-name", OddAdditions::schemaName),
        new Mutation("odd-property-name", OddAdditions::propertyName),
        new Mutation("odd-parameter-name", OddAdditions::parameterName),
        new Mutation("odd-operation-id", OddAdditions::operationId),
        new Mutation("odd-tag", OddAdditions::tag),
        new Mutation("odd-enum-value", OddAdditions::enumValue),
        new Mutation("odd-enum", OddAdditions::enumeration),
        new Mutation("odd-parameter", OddAdditions::parameter),
        new Mutation("odd-body", OddAdditions::body),
        new Mutation("odd-answer", OddAdditions::answer),
        new Mutation("odd-method", OddAdditions::method),
        new Mutation("odd-path", OddAdditions::path),
        new Mutation("odd-security", OddAdditions::security),
        new Mutation("names-that-meet", OddAdditions::namesThatMeet));
  }

  private static void schemaName(ObjectNode document, Random random) {
    String name = OddNames.one(OddNames.SCHEMAS, random);
    Pick.schemas(document)
        .set(
            name,
            random.nextInt(4) == 0
                ? json("{type: 'string', enum: ['one', 'two']}")
                : json("{type: 'object', properties: {name: {type: 'string'}}}"));
    ObjectNode used = json("{}").put("$ref", "#/components/schemas/" + name);
    Edits.schema(document, Pick.model(document, random)).withObject("/properties").set("odd", used);
    ObjectNode answer = json("{description: ''}");
    RandomAdditions.content(answer, used.deepCopy());
    ((ObjectNode) RandomAdditions.operation(document, random).get("responses")).set("200", answer);
  }

  private static void propertyName(ObjectNode document, Random random) {
    String model = Pick.model(document, random);
    String name = OddNames.one(OddNames.PROPERTIES, random);
    Edits.schema(document, model)
        .withObject("/properties")
        .set(name, RandomSchemas.any(document, random));
  }

  private static void parameterName(ObjectNode document, Random random) {
    String name = OddNames.one(OddNames.PARAMETERS, random);
    boolean isHeader = name.matches("[A-Z][a-z]*-.*|A[a-z]*");
    boolean required = random.nextInt(3) == 0;
    ObjectNode operation =
        required
            ? RandomAdditions.operation(document, random)
            : Pick.operation(document, random).json();
    operation
        .withArray("parameters")
        .add(
            json("{}")
                .put("name", name)
                .put("in", isHeader ? "header" : "query")
                .put("required", required)
                .set("schema", RandomSchemas.plain(random)));
  }

  private static void operationId(ObjectNode document, Random random) {
    RandomAdditions.operation(document, random)
        .put("operationId", OddNames.one(OddNames.OPERATION_IDS, random));
  }

  private static void tag(ObjectNode document, Random random) {
    String tag = OddNames.one(OddNames.TAGS, random);
    RandomAdditions.operation(document, random).putArray("tags").add(tag);
    RandomAdditions.operation(document, random).putArray("tags").add(tag);
  }

  private static void enumValue(ObjectNode document, Random random) {
    Edits.addValue(
        document, Pick.enumeration(document, random), OddNames.one(OddNames.ENUM_VALUES, random));
  }

  private static void enumeration(ObjectNode document, Random random) {
    ObjectNode odd = json("{type: 'string'}");
    ArrayNode values = odd.putArray("enum");
    for (int i = random.nextInt(6); i >= 0; i--) {
      values.add(OddNames.one(OddNames.ENUM_VALUES, random));
    }
    Pick.schemas(document).set("OddKind", odd);
    Edits.setProperty(
        document,
        Pick.model(document, random) + ".kind2",
        "{$ref: '#/components/schemas/OddKind'}");
  }

  private static void parameter(ObjectNode document, Random random) {
    String odd =
        Pick.one(
            List.of(
                "{in: 'cookie', schema: {type: 'string'}}",
                "{in: 'query', style: 'deepObject', explode: true, schema: {type: 'object',"
                    + " properties: {a: {type: 'string'}}}}",
                "{in: 'query', explode: false, schema: {type: 'array', items: {type: 'string'}}}",
                "{in: 'query', style: 'pipeDelimited', schema: {type: 'array', items: {type:"
                    + " 'string'}}}",
                "{in: 'query', content: {'application/json': {schema: {type: 'object'}}}}",
                "{in: 'query', schema: {type: 'array', items: {type: 'array', items: {type:"
                    + " 'string'}}}}",
                "{in: 'query', schema: {oneOf: [{type: 'string'}, {type: 'integer'}]}}",
                "{in: 'query', schema: {type: 'string', enum: ['asc', 'desc'], default: 'asc'}}",
                "{in: 'query', schema: {type: 'array', items: {type: 'string', enum: ['a', 'b']}}}",
                "{in: 'query', schema: {type: 'integer', enum: [10, 20]}}",
                "{in: 'query', allowEmptyValue: true, schema: {type: 'boolean'}}",
                "{in: 'query', schema: {type: 'string', format: 'date'}}",
                "{in: 'query', schema: {type: 'string', pattern: '^[A-Z]{3}$'}}",
                "{in: 'query', schema: {type: 'number', minimum: 0.5}}",
                "{in: 'header', schema: {type: 'array', items: {type: 'string'}}}",
                "{in: 'header', schema: {type: 'integer', minimum: 0, maximum: 0}}",
                "{in: 'header', deprecated: true, schema: {type: 'boolean'}}"),
            random);
    boolean required = random.nextInt(5) == 0;
    (required
            ? RandomAdditions.operation(document, random)
            : Pick.operation(document, random).json())
        .withArray("parameters")
        .add(json(odd).put("name", "odd").put("required", required));
  }

  private static void body(ObjectNode document, Random random) {
    String odd =
        Pick.one(
            List.of(
                "{'multipart/form-data': {schema: {type: 'object', properties: {file: {type:"
                    + " 'string', format: 'binary'}}}}}",
                "{'application/x-www-form-urlencoded': {schema: {type: 'object', properties: {a:"
                    + " {type: 'string'}}}}}",
                "{'application/octet-stream': {schema: {type: 'string', format: 'binary'}}}",
                "{'application/json': {}}",
                "{'application/json': {schema: {type: 'string'}}}",
                "{'application/json': {schema: {type: 'array', items: {type: 'string'}}}}",
                "{'application/json': {schema: {type: 'object', additionalProperties: {type:"
                    + " 'string'}}}}",
                "{'application/json': {schema: {oneOf: [{type: 'string'}, {type: 'integer'}]}}}",
                "{'text/json': {schema: {$ref: '#/components/schemas/CreateTagModel'}}}"),
            random);
    ObjectNode operation = RandomAdditions.operation(document, random);
    operation
        .putObject("requestBody")
        .put("required", random.nextBoolean())
        .set("content", json(odd));
  }

  private static void answer(ObjectNode document, Random random) {
    String odd =
        Pick.one(
            List.of(
                "{default: {description: '', content: {'application/json': {schema: {type:"
                    + " 'string'}}}}}",
                "{'200': {description: '', content: {'text/csv': {schema: {type: 'string'}}}}}",
                "{'200': {description: '', content: {'application/octet-stream': {schema: {type:"
                    + " 'string', format: 'binary'}}}}}",
                "{'302': {description: ''}}",
                "{'404': {description: ''}, '4XX': {description: ''}}",
                "{'204': {description: '', content: {'application/json': {schema: {type:"
                    + " 'string'}}}}}",
                "{'200': {description: '', content: {'application/json': {schema: {type:"
                    + " 'string'}}}}, '202': {description: '', content: {'application/json':"
                    + " {schema: {type: 'integer'}}}}}",
                "{'200': {description: '', content: {'*/*': {schema: {type: 'boolean'}}}}}",
                "{'100': {description: ''}, '200': {description: ''}, '302': {description: ''},"
                    + " '503': {description: ''}}"),
            random);
    RandomAdditions.operation(document, random).set("responses", json(odd));
  }

  private static void method(ObjectNode document, Random random) {
    String method = Pick.one(List.of("head", "options", "trace", "get", "delete"), random);
    ObjectNode operation = json("{responses: {'200': {description: ''}}}");
    RandomAdditions.content(
        operation.putObject("requestBody"), json("{$ref: '#/components/schemas/CreateTagModel'}"));
    ((ObjectNode) document.get("paths")).putObject("/v1/odd").set(method, operation);
  }

  private static void path(ObjectNode document, Random random) {
    String path =
        Pick.one(
            List.of(
                "/v1/a-{id}.json",
                "/v1/{id}:archive",
                "/v1/x/{id}/",
                "/v1/größe/{id}",
                "/v1/a b/{id}",
                "/v1/x?y={id}",
                "/v1/x#{id}",
                "/{id}",
                "/v1/products/{id}",
                "/v1//{id}"),
            random);
    ((ObjectNode) document.get("paths"))
        .putObject(path)
        .set(
            Pick.one(List.of("get", "delete"), random),
            json(
                """
                {parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
                 responses: {'200': {description: ''}}}
                """));
  }

  private static void security(ObjectNode document, Random random) {
    document
        .withObject("/components/securitySchemes")
        .set("Token", json("{type: 'http', scheme: 'bearer'}"));
    String basic = document.at("/components/securitySchemes").fieldNames().next();
    String odd =
        Pick.one(
            List.of(
                "[]", "[{}]", "[{Token: []}]", "[{Token: []}, {Basic: []}]", "[{}, {Basic: []}]"),
            random);
    RandomAdditions.operation(document, random)
        .set("security", json("{s: " + odd.replace("Basic", "'" + basic + "'") + "}").get("s"));
  }

  private static void namesThatMeet(ObjectNode document, Random random) {
    if (random.nextBoolean()) {
      String model = Pick.model(document, random);
      Edits.setProperty(document, model + ".twoWords", "{type: 'string'}");
      Edits.setProperty(document, model + ".two_words", "{type: 'string'}");
    } else {
      RandomAdditions.operation(document, random)
          .withArray("parameters")
          .add(json("{name: 'two-words', in: 'query', schema: {type: 'string'}}"))
          .add(json("{name: 'twoWords', in: 'query', schema: {type: 'string'}}"));
    }
  }
}
