package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.Documents.json;

import com.configcat.management.openapi.document.ApiOperation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What the next release of the API could add. */
final class RandomAdditions {
  private static final List<String> PLACES =
      List.of(
          "/v1/products/{productId}/",
          "/v2/configs/{configId}/",
          "/v1/settings/{settingId}/",
          "/v3/");

  private RandomAdditions() {}

  static List<Mutation> all() {
    return List.of(
        new Mutation("operation", RandomAdditions::operation),
        new Mutation("optional-parameter", RandomAdditions::optionalParameter),
        new Mutation("many-optional-parameters", RandomAdditions::manyParameters),
        new Mutation("optional-property", RandomAdditions::property),
        new Mutation("required-response-property", RandomAdditions::requiredResponseProperty),
        new Mutation("schema", RandomAdditions::schema),
        new Mutation("recursive-schema", RandomAdditions::recursiveSchema),
        new Mutation("inheritance", (document, random) -> inheritance(document)),
        new Mutation("enum-value", RandomAdditions::enumValue),
        new Mutation("deprecation", RandomAdditions::deprecation),
        new Mutation("no-content-beside", RandomAdditions::noContent),
        new Mutation("second-success", RandomAdditions::secondSuccess));
  }

  /** Adds an operation at a new path; returns it for those who want more of it. */
  static ObjectNode operation(ObjectNode document, Random random) {
    String place = Pick.one(PLACES, random);
    String path = place + "things" + random.nextInt(1000);
    String method = Pick.one(List.of("get", "post", "put", "patch", "delete"), random);
    ObjectNode operation =
        json("{responses: {}}").put("operationId", method + "-things" + random.nextInt(100));
    if (random.nextInt(4) > 0) {
      operation
          .putArray("tags")
          .add(Pick.one(List.of("Products", "Things", "Tags & more"), random));
    }
    ArrayNode parameters = operation.putArray("parameters");
    if (place.contains("{")) {
      String name = place.replaceAll(".*\\{|}.*", "");
      parameters.add(
          json("{in: 'path', required: true, schema: {type: 'string', format: 'uuid'}}")
              .put("name", name));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      parameters.add(parameter("extra" + i, random));
    }
    if (!method.equals("get") && random.nextInt(3) > 0) {
      content(operation.putObject("requestBody"), RandomSchemas.any(document, random));
    }
    ObjectNode responses = (ObjectNode) operation.get("responses");
    ObjectNode success = responses.putObject(Pick.one(List.of("200", "201", "2XX"), random));
    success.put("description", "");
    if (random.nextInt(5) > 0) {
      content(success, RandomSchemas.any(document, random));
    }
    ((ObjectNode) document.get("paths")).putObject(path).set(method, operation);
    return operation;
  }

  static void content(ObjectNode holder, ObjectNode schema) {
    holder.putObject("content").putObject("application/json").set("schema", schema);
  }

  private static ObjectNode parameter(String name, Random random) {
    ObjectNode schema =
        random.nextInt(4) == 0
            ? json("{type: 'array'}").set("items", RandomSchemas.plain(random))
            : RandomSchemas.plain(random);
    return json("{in: 'query'}")
        .put("name", name)
        .put("required", random.nextBoolean())
        .set("schema", schema);
  }

  private static void optionalParameter(ObjectNode document, Random random) {
    ObjectNode parameter = parameter("extra" + random.nextInt(100), random);
    parameter.put("required", false);
    if (random.nextInt(3) == 0) {
      parameter.put("in", "header").set("schema", RandomSchemas.plain(random));
    }
    Pick.operation(document, random).json().withArray("parameters").add(parameter);
  }

  private static void manyParameters(ObjectNode document, Random random) {
    ArrayNode parameters = Pick.operation(document, random).json().withArray("parameters");
    for (int i = random.nextInt(5) == 0 ? 300 : 80; i > 0; i--) {
      parameters.add(parameter("many" + i, random).put("required", false));
    }
  }

  private static void property(ObjectNode document, Random random) {
    Edits.schema(document, Pick.model(document, random))
        .withObject("/properties")
        .set("added" + random.nextInt(100), RandomSchemas.any(document, random));
  }

  private static void requiredResponseProperty(ObjectNode document, Random random) {
    String model =
        Pick.one(
            List.of("ProductModel", "TagModel", "SettingModel", "MeModel", "ConfigModel"), random);
    String name = "added" + random.nextInt(100);
    Edits.schema(document, model)
        .withObject("/properties")
        .set(name, RandomSchemas.any(document, random));
    Edits.require(document, model + "." + name);
  }

  private static void schema(ObjectNode document, Random random) {
    String name = "Added" + random.nextInt(100) + "Model";
    Pick.schemas(document).set(name, RandomSchemas.any(document, random));
    Edits.schema(document, Pick.model(document, random))
        .withObject("/properties")
        .putObject(name.toLowerCase(Locale.ROOT))
        .put("$ref", "#/components/schemas/" + name);
  }

  private static void recursiveSchema(ObjectNode document, Random random) {
    Edits.addSchema(
        document,
        "NodeModel",
        """
        {type: 'object', properties: {name: {type: 'string'},
           parent: {allOf: [{$ref: '#/components/schemas/NodeModel'}], nullable: true},
           children: {type: 'array', items: {$ref: '#/components/schemas/NodeModel'}},
           byName: {type: 'object', additionalProperties: {$ref: '#/components/schemas/NodeModel'}}}}
        """);
    Edits.addSchema(
        document, "Nested", "{type: 'array', items: {$ref: '#/components/schemas/Nested'}}");
    String model = Pick.model(document, random);
    Edits.setProperty(document, model + ".node", "{$ref: '#/components/schemas/NodeModel'}");
    Edits.setProperty(document, model + ".nested", "{$ref: '#/components/schemas/Nested'}");
  }

  private static void inheritance(ObjectNode document) {
    Edits.addSchema(
        document,
        "ShapeModel",
        """
        {type: 'object', required: ['kind'], properties: {kind: {type: 'string'}},
         discriminator: {propertyName: 'kind', mapping: {round: '#/components/schemas/RoundModel'}}}
        """);
    Edits.addSchema(
        document,
        "RoundModel",
        """
        {allOf: [{$ref: '#/components/schemas/ShapeModel'},
           {type: 'object', properties: {radius: {type: 'number', format: 'double'}}}]}
        """);
    Edits.addOperation(
        document,
        "GET /v1/shapes",
        """
        {responses: {'200': {description: '', content: {'application/json': {schema:
           {type: 'array', items: {$ref: '#/components/schemas/RoundModel'}}}}}}}
        """);
  }

  private static void enumValue(ObjectNode document, Random random) {
    Edits.addValue(document, Pick.enumeration(document, random), "added" + random.nextInt(100));
  }

  private static void deprecation(ObjectNode document, Random random) {
    Pick.operation(document, random).json().put("deprecated", true);
    ObjectNode property = Edits.property(document, Pick.property(document, random));
    if (!property.has("$ref")) {
      property.put("deprecated", true);
    }
    Edits.schema(document, Pick.model(document, random)).put("deprecated", true);
  }

  private static void noContent(ObjectNode document, Random random) {
    ApiOperation operation = Pick.operation(document, random);
    ((ObjectNode) operation.json().get("responses")).putObject("204").put("description", "");
  }

  private static void secondSuccess(ObjectNode document, Random random) {
    ObjectNode responses = (ObjectNode) operation(document, random).get("responses");
    content(responses.putObject("202").put("description", ""), RandomSchemas.any(document, random));
  }
}
