package com.configcat.management.openapi.fix;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.CanonicalJson;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixerTest {
  @TempDir Path folder;

  @Test
  void theResultDoesNotDependOnAnyOrder() throws IOException {
    String expected = CanonicalJson.pretty(Documents.fixed(manyAdditions()));
    for (long seed = 1; seed <= 5; seed++) {
      JsonNode shuffled = Documents.shuffled(manyAdditions(), new Random(seed));

      assertThat(CanonicalJson.pretty(Documents.fixed((ObjectNode) shuffled)))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  /** What depends on an order if anything does: names that clash, and tags that do. */
  private static ObjectNode manyAdditions() {
    ObjectNode document = Documents.pinned();
    ObjectNode paths = (ObjectNode) document.get("paths");
    for (String path : List.of("/v3/a", "/v3/b", "/v3/c/{x}")) {
      ObjectNode get =
          json(
              "{operationId: 'get-thing', responses: {'204': {description: ''}, '200':"
                  + " {description: ''}}}");
      get.putArray("tags").add(path.equals("/v3/a") ? "New - things" : "New things!");
      get.putArray("parameters")
          .add(json("{name: 'b', in: 'query', schema: {type: 'string'}}"))
          .add(json("{name: 'a', in: 'query', required: true, schema: {type: 'string'}}"));
      paths.putObject(path).set("get", get);
    }
    return document;
  }

  @ParameterizedTest
  @CsvSource({
    "get-product-members, getProductMembers",
    "getProductMembers, getProductMembers",
    "Products_List, productsList",
    "get.it/now!, getItNow",
    "2fa, call2fa",
    "default, defaultOperation",
    "wait, waitOperation",
    "get-class, getClassOperation",
    "to_string, toStringOperation",
    "file, fileOperation"
  })
  void namesMethodsAfterTheOperationId(String operationId, String name) throws IOException {
    ObjectNode fixed =
        fix("{}", "{paths: {" + op("/a", "get", "operationId: '" + operationId + "'") + "}}");

    assertThat(name(fixed, "/a", "get")).isEqualTo(name);
    // The generator makes a method of it too, of an interface that has those of Object already.
    assertThat(NameFix.camelCase(id(fixed, "/a", "get")))
        .isNotIn("wait", "getClass", "toString", "file");
    assertThat(id(fixed, "/a", "get")).matches("[A-Za-z].*");
    assertThat(SourceVersion.isName(NameFix.camelCase(id(fixed, "/a", "get")))).isTrue();
  }

  @Test
  void makesMissingAndTakenOperationIdsOfMethodAndPath() throws IOException {
    ObjectNode fixed =
        fix(
            "{}",
            "{paths: {"
                + op("/v1/things/{thingId}/code-references", "get", "")
                + op("/v1/a", "get", "operationId: 'same'")
                + op("/v1/b", "post", "operationId: 'same'")
                + op("/v1/c", "post", "operationId: '???'")
                + "}}");

    assertThat(id(fixed, "/v1/things/{thingId}/code-references", "get"))
        .isEqualTo("get-v1-things-thingId-code-references");
    assertThat(id(fixed, "/v1/a", "get")).isEqualTo("same");
    assertThat(id(fixed, "/v1/b", "post")).isEqualTo("post-v1-b");
    assertThat(id(fixed, "/v1/c", "post")).isEqualTo("post-v1-c");
  }

  @Test
  void listedNamesWinAndOthersGetANumber() throws IOException {
    ObjectNode fixed =
        fix(
            "operations: {'GET /v1/z': Things.find, 'GET /v1/y': {name: Things.seek, operationId:"
                + " seek-y}, 'GET /gone': Things.x}",
            "{paths: {"
                + op("/v1/a", "get", "operationId: 'find'")
                + op("/v1/y", "get", "")
                + op("/v1/z", "get", "operationId: 'get-z'")
                + "}}");

    assertThat(name(fixed, "/v1/z", "get")).isEqualTo("find");
    assertThat(name(fixed, "/v1/a", "get")).isEqualTo("find2");
    assertThat(id(fixed, "/v1/a", "get")).isEqualTo("find");
    assertThat(name(fixed, "/v1/y", "get")).isEqualTo("seek");
    assertThat(id(fixed, "/v1/y", "get")).isEqualTo("seek-y");
  }

  @Test
  void takesNullableAwayWhereItSaysNothing() throws IOException {
    String kind = "{allOf: [{'$ref': '#/components/schemas/Kind'}], nullable: true}";
    ObjectNode fixed =
        fix(
            "{}",
            "{paths: {"
                + op(
                    "/v1/a",
                    "get",
                    "parameters: [{name: 'kind', in: 'query', schema: " + kind + "}]")
                + "}, components: {schemas: {Kind: {type: 'string', enum: ['a']}, Any: {type:"
                + " 'object', properties: {any: {nullable: true}, text: {type: 'string', nullable:"
                + " true}, kind: "
                + kind
                + "}}}}}");

    assertThat(fixed.at("/paths/~1v1~1a/get/parameters/0/schema").toString())
        .isEqualTo("{\"$ref\":\"#/components/schemas/Kind\"}");
    assertThat(fixed.at("/components/schemas/Any/properties/any").isEmpty()).isTrue();
    assertThat(fixed.at("/components/schemas/Any/properties/text/nullable").asBoolean()).isTrue();
    assertThat(fixed.at("/components/schemas/Any/properties/kind/nullable").asBoolean()).isTrue();
  }

  @Test
  void sortsParametersAndWritesSharedOnesOut() throws IOException {
    ObjectNode document =
        json(
            "{paths: {'/v1/{b}/{a}': {parameters: [{name: 'a', in: 'path', required: true}, {name:"
                + " 'z', in: 'query'}], get: {parameters: [{name: 'y', in: 'query', required:"
                + " true}, {name: 'c', in: 'cookie'}, {$ref: '#/components/parameters/key'}, {name:"
                + " 'x', in: 'query'}, {name: 'b', in: 'path', required: true}, {name: 'z', in:"
                + " 'query', description: 'its own'}]}}}, components: {parameters: {key: {name:"
                + " 'x-key', in: 'header'}}}}");
    document
        .findParents("in")
        .forEach(parameter -> ((ObjectNode) parameter).putObject("schema").put("type", "string"));
    ObjectNode fixed = fix("requiredParameters: [X-Key]", document.toString());
    JsonNode parameters = fixed.path("paths").path("/v1/{b}/{a}").path("get").path("parameters");

    assertThat(parameters)
        .extracting(p -> p.path("name").asText())
        .as("a cookie is left out, as the client sends none")
        .containsExactly("b", "a", "x-key", "y", "x", "z");
    assertThat(parameters.path(2).path("required").asBoolean()).isTrue();
    assertThat(parameters.path(4).has("required")).isFalse();
    assertThat(parameters.path(5).path("description").asText()).isEqualTo("its own");
    assertThat(fixed.path("paths").path("/v1/{b}/{a}").has("parameters")).isFalse();
  }

  @Test
  void marksBodiesAnswersAndModelsThatAreSent() throws IOException {
    ObjectNode document =
        json(
            "{paths: {'/a': {put: {requestBody: {content: {'application/json': {schema: {$ref:"
                + " '#/components/schemas/Sent'}}}}, responses: {'200': {content:"
                + " {'application/json': {schema: {$ref: '#/components/schemas/Got'}}}}, '204':"
                + " {}}}, delete: {requestBody: {content: {'application/json': {schema: {}}}},"
                + " responses: {'204': {}}}, get: {responses: {'200': {content:"
                + " {'application/json': {schema: {}}}}, '404': {}}}}}, components: {schemas:"
                + " {Sent: {properties: {parts: {type: 'array', items: {$ref:"
                + " '#/components/schemas/Part'}}}}, Part: {properties: {whole: {$ref:"
                + " '#/components/schemas/Sent'}}}, Got: {type: 'object'}}}}");
    ObjectNode fixed = fix("requestBodiesRequired: true", document.toString());
    JsonNode put = fixed.at("/paths/~1a/put");

    assertThat(put.at("/requestBody/required").asBoolean()).isTrue();
    assertThat(put.path("x-empty-answer").asBoolean()).isTrue();
    assertThat(put.has("x-delete-with-body")).isFalse();
    assertThat(fixed.at("/paths/~1a/delete").path("x-delete-with-body").asBoolean()).isTrue();
    assertThat(fixed.at("/paths/~1a/delete").has("x-empty-answer")).isFalse();
    assertThat(fixed.at("/paths/~1a/get").has("x-empty-answer")).isFalse();
    assertThat(schema(fixed, "Sent").path("x-request-model").asBoolean()).isTrue();
    assertThat(schema(fixed, "Part").path("x-request-model").asBoolean()).isTrue();
    assertThat(schema(fixed, "Got").has("x-request-model")).isFalse();
  }

  @Test
  void leavesBodiesOptionalUnlessTold() throws IOException {
    ObjectNode fixed =
        fix("{}", "{paths: {" + op("/a", "put", "requestBody: {content: {}}") + "}}");

    assertThat(fixed.at("/paths/~1a/put/requestBody").has("required")).isFalse();
  }

  @Test
  void aNewOperationLeavesTheFacadesOwnMethodsAlone() throws IOException {
    Fixes fixes = Fixes.read(Files.writeString(folder.resolve("fixes.yaml"), "{}"));
    ObjectNode fixed =
        new Fixer(fixes, Map.of("Tags", Set.of("find")))
            .fix(
                json(
                    "{paths: {"
                        + op("/v1/a", "get", "operationId: 'find', tags: ['Tags']")
                        + op("/v1/b", "get", "operationId: 'find', tags: ['Other']")
                        + "}}"));

    assertThat(name(fixed, "/v1/a", "get")).isEqualTo("findOperation");
    assertThat(name(fixed, "/v1/b", "get")).isNotEqualTo("findOperation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"find", "Things.", "Things.class", "things.find", "Things.Find", "Things.a.b", ""})
  void refusesNamesThatAreNoneOfJava(String name) {
    assertThatThrownBy(() -> fix("operations: {'GET /a': '" + name + "'}", "{paths: {}}"))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("fixes.yaml calls GET /a '" + name + "'");
  }

  @Test
  void refusesOneNameForTwoOperations() {
    assertThatThrownBy(
            () -> fix("operations: {'GET /a': Things.get, 'GET /b': Things.get}", "{paths: {}}"))
        .isInstanceOf(ContractException.class)
        .hasMessageContainingAll("GET /a", "GET /b", "Things.get");
  }

  @Test
  void dropsExtensionsThatCouldSteerTheGeneratorButNoNames() throws IOException {
    ObjectNode fixed =
        fix(
            "{}",
            "{'x-a': 1, paths: {'x-p': true, '/a': {'x-b': {}, get: {'x-operation-name': 'evil',"
                + " parameters: [{name: 'x-c', in: 'header', 'x-d': 1, schema: {type: 'string'}}],"
                + " responses: {'200': {}}}}}, components: {schemas: {A: {'x-enum-varnames':"
                + " ['Evil'], properties: {'x-f': { 'x-field-extra-annotation': '@Evil', type:"
                + " 'string'}}, example: {'x-g': 1}}}}}");

    assertThat(fixed.toString())
        .doesNotContain("x-a", "x-p", "x-b", "x-d", "evil", "Evil", "x-enum", "x-field")
        .contains("x-c", "x-f", "x-g");
  }

  @Test
  void keepsJsonAloneAmongSeveralMediaTypes() throws IOException {
    String types =
        "{'application/*+json': {schema: {}}, 'application/json': {schema: {type: 'string'}},"
            + " 'text/json': {schema: {}}}";
    ObjectNode fixed =
        fix(
            "{}",
            "{paths: {"
                + op(
                    "/a",
                    "put",
                    "requestBody: {content: "
                        + types
                        + "}, responses: {'200': {content: "
                        + types
                        + "}}")
                + op("/b", "put", "requestBody: {content: {'text/csv': {schema: {}}}}")
                + "}}");

    assertThat(fixed.at("/paths/~1a/put/requestBody/content"))
        .isEqualTo(json("{'application/json': {schema: {type: 'string'}}}"));
    assertThat(fixed.at("/paths/~1a/put/responses/200/content")).hasSize(1);
    assertThat(fixed.at("/paths/~1b/put/requestBody/content").has("text/csv")).isTrue();
  }

  @Test
  void leavesOutWordsThatSayNothing() throws IOException {
    ObjectNode fixed =
        fix(
            "{}",
            "{tags: [{name: 'T', description: ''}], paths: {"
                + op(
                    "/a",
                    "get",
                    "summary: ' ', description: 'Some', tags: ['T'], parameters: [{name: 'q', in:"
                        + " 'query', description: ''}], responses: {'200': {description: ''}}")
                + "}, components: {schemas: {A: {description: '', properties: {description: {type:"
                + " 'string', description: ''}, summary: {}}, example: {description: ''}}}}}");
    JsonNode get = fixed.at("/paths/~1a/get");
    JsonNode model = fixed.at("/components/schemas/A");

    assertThat(fixed.at("/tags/0").has("description")).isFalse();
    assertThat(get.has("summary")).isFalse();
    assertThat(get.path("description").asText()).isEqualTo("Some");
    assertThat(get.at("/parameters/0").has("description")).isFalse();
    assertThat(get.at("/responses/200").has("description")).isTrue();
    assertThat(model.has("description")).isFalse();
    assertThat(model.path("properties"))
        .isEqualTo(json("{description: {type: 'string'}, summary: {}}"));
    assertThat(model.path("example")).isEqualTo(json("{description: ''}"));
  }

  @Test
  void leavesTheSourceAsItCame() throws IOException {
    ObjectNode source = Documents.pinned();

    Documents.fixed(source);

    assertThat(source).isEqualTo(Documents.pinned());
  }

  private ObjectNode fix(String fixes, String document) throws IOException {
    Path file = Files.writeString(folder.resolve("fixes.yaml"), fixes);
    return new Fixer(Fixes.read(file), Map.of()).fix(json(document));
  }

  private static String op(String path, String method, String content) {
    return "'" + path + "': {" + method + ": {" + content + "}},";
  }

  private static String name(ObjectNode fixed, String path, String method) {
    return fixed.path("paths").path(path).path(method).path("x-operation-name").asText();
  }

  private static String id(ObjectNode fixed, String path, String method) {
    return fixed.path("paths").path(path).path(method).path("operationId").asText();
  }

  private static JsonNode schema(ObjectNode fixed, String name) {
    return fixed.path("components").path("schemas").path(name);
  }
}
