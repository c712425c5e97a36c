package com.configcat.management.openapi.check;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacadeUseTest {
  private static final String REPLACE =
      "operation PUT /v1/settings/{settingKeyOrId}/value as"
          + " SettingValuesBySdkKey.replace(settingKeyOrId:string, X-CONFIGCAT-SDKKEY:string,"
          + " body:UpdateSettingValueModel; reason:string) -> SettingValueModel";
  private final ObjectNode document = Documents.pinned();
  private ObjectNode replace;

  @BeforeEach
  void find() {
    replace = Documents.operation(document, "put", "/v1/settings/{settingKeyOrId}/value");
  }

  @Test
  void thePinnedDocumentGivesWhatTheFacadeUses() throws IOException {
    FacadeUse use = FacadeUse.read(Documents.CONTRACT.resolve("used-by-facade.txt"));

    assertThat(use.lines()).isNotEmpty();
    assertThat(use.brokenBy(facts())).isEmpty();
  }

  @Test
  void passesWhatOnlyAdds() {
    replace
        .withArray("parameters")
        .insert(0, json("{name: 'dryRun', in: 'query', schema: {type: 'boolean'}}"))
        .insert(2, json("{name: 'X-New', in: 'header', schema: {type: 'string'}}"));
    properties("UpdateSettingValueModel").set("added", json("{type: 'string'}"));
    properties("SettingValueModel").set("added", json("{type: 'string'}"));
    ((ArrayNode) document.at("/components/schemas/OperationType/enum")).insert(0, "frobnicate");

    assertThat(
            broken(
                REPLACE,
                "schema UpdateSettingValueModel",
                "property UpdateSettingValueModel.value SettingValueType",
                "enum OperationType.replace",
                "class SettingValuesBySdkKey"))
        .isEmpty();
  }

  @Test
  void passesTheLossOfWhatTheFacadeDoesNotUse() {
    ((ObjectNode) document.at("/components/schemas/ProductModel/properties")).remove("order");
    ((ObjectNode) document.get("paths")).remove("/v1/me");

    assertThat(broken(REPLACE, "class Products", "schema ProductModel")).isEmpty();
  }

  @Test
  void namesAnOperationThatIsGone() {
    ((ObjectNode) document.get("paths")).remove("/v1/settings/{settingKeyOrId}/value");

    assertThat(broken(REPLACE, "class SettingValuesBySdkKey"))
        .containsExactly("'" + REPLACE + "' is gone", "'class SettingValuesBySdkKey' is gone");
  }

  @Test
  void namesANewRequiredParameter() {
    replace
        .withArray("parameters")
        .add(json("{name: 'why', in: 'query', required: true, schema: {type: 'string'}}"));

    assertThat(broken(REPLACE))
        .singleElement()
        .asString()
        .contains("is now")
        .contains("why:string");
  }

  @Test
  void namesAnOptionThatTheFacadeUsesAndThatIsGoneOrOfAnotherType() {
    ObjectNode reason = parameter("reason");
    reason.set("schema", json("{type: 'integer'}"));
    assertThat(broken(REPLACE)).singleElement().asString().contains("; reason:integer)");

    reason.put("name", "because");
    assertThat(broken(REPLACE)).singleElement().asString().contains("; reason:missing)");
  }

  @Test
  void namesAnotherAnswerAndAnotherBody() {
    ((ObjectNode) replace.at("/responses/200/content/application~1json"))
        .set("schema", json("{type: 'array', items: {type: 'string', format: 'uuid'}}"));
    assertThat(broken(REPLACE)).singleElement().asString().contains("-> [string:uuid]");

    ((ObjectNode) replace.get("responses")).removeAll().putObject("204").put("description", "");
    replace.remove("requestBody");
    assertThat(broken(REPLACE))
        .singleElement()
        .asString()
        .contains("X-CONFIGCAT-SDKKEY:string; reason:string) -> empty");
  }

  @Test
  void missesNothingWhenATagOrAnOperationIdIsRenamed() {
    replace.put("operationId", "other").putArray("tags").add("Elsewhere");

    assertThat(broken(REPLACE)).isEmpty();
  }

  @Test
  void readsTheMethodsThatTheFacadeAdds() {
    FacadeUse use =
        new FacadeUse(
            "used-by-facade.txt", List.of("class Tags", "method Tags.find", "method Tags.ensure"));

    assertThat(use.methods()).isEqualTo(Map.of("Tags", Set.of("ensure", "find")));
    assertThat(use.brokenBy(facts())).isEmpty();
  }

  @Test
  void readsHowAUserReachesAResource() {
    FacadeUse use = FacadeUse.of("accessor flags Flags", "accessor me Me", "class Flags");

    assertThat(use.accessors()).isEqualTo(Map.of("Flags", "flags", "Me", "me"));
    assertThat(use.brokenBy(facts())).isEmpty();
  }

  @Test
  void readsWhoReliesOnAFactAndComparesTheFactAlone() {
    FacadeUse use =
        FacadeUse.of(
            REPLACE + " # Flag.set, Flag.edit",
            "property TagModel.name string # Tags.find",
            "property TagModel.tagId integer:int64 # Tags.ensure",
            "enum SettingType.int # FlagType",
            "schema TagModel");

    assertThat(use.brokenBy(facts())).isEmpty();
    assertThat(use.lines()).contains(REPLACE, "property TagModel.name string");
    assertThat(use.callersOfOperation("PUT /v1/settings/{settingKeyOrId}/value"))
        .containsExactly("Flag.edit", "Flag.set");
    assertThat(use.callersOfOption("PUT /v1/settings/{settingKeyOrId}/value", "reason")).hasSize(2);
    assertThat(use.callersOfOption("PUT /v1/settings/{settingKeyOrId}/value", "settingKeyOrId"))
        .isEmpty();
    assertThat(use.callersOfProperty("TagModel", "name")).containsExactly("Tags.find");
    assertThat(use.callersOfProperty("TagModel", "na")).isEmpty();
    assertThat(use.callersOfValue("SettingType", "int")).containsExactly("FlagType");
    assertThat(use.callersOfSchema("TagModel")).containsExactly("Tags.ensure", "Tags.find");
    assertThat(use.callersOfSchema("UpdateSettingValueModel"))
        .containsExactly("Flag.edit", "Flag.set");
    assertThat(use.callersOfSchema("Tag")).isEmpty();
  }

  @Test
  void namesPropertiesEnumsAndSchemasThatChanged() {
    properties("UpdateSettingValueModel").set("value", json("{type: 'string'}"));
    ((ObjectNode) document.at("/components/schemas/OperationType")).putArray("enum").add("unknown");
    ((ObjectNode) document.at("/components/schemas")).remove("TagModel");

    assertThat(
            new FacadeUse(
                    "used-by-facade.txt",
                    List.of(
                        "property UpdateSettingValueModel.value SettingValueType",
                        "enum OperationType.replace",
                        "schema TagModel",
                        "property TagModel.name string"))
                .brokenBy(new ContractFacts(document)))
        .containsExactly(
            "'property UpdateSettingValueModel.value SettingValueType' is now"
                + " 'property UpdateSettingValueModel.value string'",
            "'enum OperationType.replace' is gone",
            "'schema TagModel' is gone",
            "'property TagModel.name string' is gone");
  }

  @Test
  void readsLinesAndLeavesCommentsOut(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "# why\n\n class Products \nschema X\n");

    assertThat(FacadeUse.read(file).lines()).containsExactly("class Products", "schema X");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method X",
        "operation GET",
        "operation GET /x as X.y() -> ",
        "klass",
        "accessor x"
      })
  void namesALineOfItsFileThatItCannotRead(String line) {
    assertThatThrownBy(() -> broken(line))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("used-by-facade.txt")
        .hasMessageContaining(line.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "schema", "property X", "enum"})
  void takesALineThatNamesNothingForGone(String line) {
    assertThat(broken(line)).containsExactly("'" + line + "' is gone");
  }

  private List<String> broken(String... lines) {
    return new FacadeUse("used-by-facade.txt", List.of(lines)).brokenBy(facts());
  }

  private ContractFacts facts() {
    return new ContractFacts(Documents.fixed(document));
  }

  private ObjectNode properties(String schema) {
    return (ObjectNode) document.at("/components/schemas").path(schema).path("properties");
  }

  private ObjectNode parameter(String name) {
    for (JsonNode parameter : replace.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return (ObjectNode) parameter;
      }
    }
    throw new AssertionError(name);
  }
}
