package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.check.ContractFacts;
import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ContractComparisonTest {
  private static final String UPDATE = "PUT /v1/settings/{settingKeyOrId}/value";

  private final ObjectNode before =
      Documents.pinned(
          "/v1/products/{productId}/tags",
          "/v1/tags/{tagId}",
          "/v1/settings/{settingKeyOrId}/value",
          "/v1/settings/{settingId}");
  private ObjectNode after = before.deepCopy();

  @Test
  void saysNothingOfWordsOrderExtensionsAndDefaultsSpelledOut() throws IOException {
    after.put("x-anything", 1).withObject("info").put("title", "Other");
    Edits.operation(after, UPDATE).put("summary", "Other").put("deprecated", false);
    Edits.schema(after, "TagModel").put("additionalProperties", false);
    after = (ObjectNode) Documents.shuffled(after, new Random(7));

    assertThat(changes()).isEmpty();
  }

  @Test
  void tellsTheChangeOfAModelOnceAndUnderItsResourceOrUnderNone() throws IOException {
    Edits.removeProperty(after, "TagModel.color");
    Edits.removeProperty(after, "CreateTagModel.color");

    assertThat(changes())
        .extracting(Change::resource, change -> change.sentence().toString())
        .containsExactly(
            Assertions.tuple("Tags", "CreateTagModel.builder().color(String) is gone"),
            Assertions.tuple("", "TagModel.getColor() is gone"));
  }

  @Test
  void namesTheMethodsOfTheFacadeThatUseTheMember() throws IOException {
    Edits.removeParameter(after, UPDATE, "reason");
    Edits.property(after, "TagModel.name").put("nullable", true);
    Edits.parameter(after, "GET /v1/tags/{tagId}", "tagId")
        .withObject("/schema")
        .put("format", "int32");

    assertThat(
            changes(
                "accessor tags Tags",
                "operation GET /v1/tags/{tagId} as Tags.get(tagId:integer:int64) -> TagModel #"
                    + " Tags.ensure",
                "operation "
                    + UPDATE
                    + " as SettingValuesBySdkKey.replace(settingKeyOrId:string; reason:string) -> X"
                    + " # Flag.set",
                "property TagModel.name string # Tags.ensure, Tags.find"))
        .extracting(Change::kind, Change::callers)
        .containsExactly(
            Assertions.tuple(ChangeKind.OPTION_GONE, List.of("Flag.set")),
            Assertions.tuple(ChangeKind.ARGUMENT_TYPE, List.of("Tags.ensure")),
            Assertions.tuple(ChangeKind.PRESENCE, List.of("Tags.ensure", "Tags.find")));
  }

  @Test
  void namesTheClientsMethodThatLeadsToAResourceWithoutOperations() throws IOException {
    Edits.removeOperation(after, "GET /v1/tags/{tagId}");
    assertThat(changes("accessor tags Tags"))
        .singleElement()
        .extracting(Change::callers)
        .isEqualTo(List.of());

    ((ObjectNode) after.get("paths"))
        .retain("/v1/settings/{settingKeyOrId}/value", "/v1/settings/{settingId}");
    assertThat(changes("accessor tags Tags"))
        .filteredOn(
            change ->
                change.resource().equals("Tags") && change.kind() == ChangeKind.OPERATION_GONE)
        .hasSize(5)
        .allSatisfy(
            change ->
                assertThat(change.callers()).containsExactly("ConfigCatManagementClient.tags"));
  }

  @Test
  void blamesNobodyForAnOptionThatTheFacadeDoesNotSet() throws IOException {
    Edits.removeParameter(after, UPDATE, "reason");

    assertThat(
            changes(
                "operation "
                    + UPDATE
                    + " as SettingValuesBySdkKey.replace(settingKeyOrId:string) -> X # Flag.set"))
        .singleElement()
        .extracting(Change::callers)
        .isEqualTo(List.of());
  }

  @Test
  void takesModelsThatReferToEachOtherForRenamedAndNothingElse() throws IOException {
    Edits.renameSchema(after, "TagModel", "LabelModel");
    Edits.renameSchema(after, "SettingModel", "FlagModel");

    assertThat(changes())
        .extracting(change -> change.sentence().toString())
        .containsExactlyInAnyOrder(
            "TagModel is called LabelModel now", "SettingModel is called FlagModel now");
  }

  @Test
  void seesThatAModelIsSentNowAndWillNotBeBuiltIncomplete() throws IOException {
    Edits.setProperty(after, "CreateTagModel.like", "{$ref: '#/components/schemas/TagModel'}");

    assertThat(changes())
        .filteredOn(change -> change.kind() == ChangeKind.MODEL_NOW_SENT)
        .extracting(change -> change.member().toString())
        .contains("TagModel", "ProductModel");
  }

  @Test
  void saysOfAClassWrittenByHandOnlyThatItIsToBeLookedAt() throws IOException {
    Edits.setProperty(after, "JsonPatchOperation.note", "{type: 'string'}");
    Edits.schema(after, "SettingValueType").withArray("oneOf").remove(0);

    assertThat(changes())
        .extracting(change -> change.severity() + " " + change.sentence())
        .containsExactlyInAnyOrder(
            "SURPRISES JsonPatchOperation is written by hand here, and what it stands for differs"
                + " now",
            "SURPRISES SettingValue is written by hand here, and what it stands for differs now");
  }

  @Test
  void readsSharedParametersBodiesAndAnswersAsIfTheyStoodWhereTheyAreUsed() throws IOException {
    ObjectNode components = after.withObject("/components");
    ObjectNode operation = Edits.operation(after, "PUT /v1/tags/{tagId}");
    components.withObject("/requestBodies").set("Tag", operation.get("requestBody"));
    components.withObject("/responses").set("Tag", operation.path("responses").get("200"));
    components.withObject("/parameters").set("Tag", operation.path("parameters").get(0));
    operation.set("requestBody", json("{$ref: '#/components/requestBodies/Tag'}"));
    operation.withObject("/responses").set("200", json("{$ref: '#/components/responses/Tag'}"));
    operation.putArray("parameters").add(json("{$ref: '#/components/parameters/Tag'}"));

    assertThat(changes())
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(ChangeKind.NOTATION));
  }

  @Test
  void takesSchemasWithoutAClassForWhatTheyStandFor() throws IOException {
    Edits.addSchema(after, "Ids", "{type: 'array', items: {$ref: '#/components/schemas/Id'}}");
    Edits.addSchema(after, "Id", "{type: 'string', maxLength: 255, minLength: 1}");
    Edits.setProperty(after, "CreateTagModel.name", "{$ref: '#/components/schemas/Id'}");

    assertThat(changes())
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(ChangeKind.NOTATION));

    Edits.setProperty(after, "CreateTagModel.name", "{$ref: '#/components/schemas/Ids'}");
    assertThat(changes()).singleElement().asString().contains("is now List<String>, was String");
  }

  @Test
  void doesNotDoubleItsWorkWithEachStep() {
    String previous = "TagModel";
    for (int i = 0; i < 40; i++) {
      String part = "{$ref: '#/components/schemas/" + previous + "'}";
      previous = "Double" + i;
      Edits.addSchema(after, previous, "{allOf: [" + part + ", " + part + "]}");
    }
    Edits.setProperty(after, "TagModel.self", "{$ref: '#/components/schemas/TagModel'}");

    Assertions.assertThatCode(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> assertThat(changes()).isNotEmpty()))
        .doesNotThrowAnyException();
  }

  @Test
  void writesListsOfThemselvesWithoutEnd() {
    ObjectNode document = json("{paths: {}, components: {schemas: {Chain: {type: 'array'}}}}");
    Edits.schema(document, "Chain").set("items", json("{$ref: '#/components/schemas/Chain'}"));
    Edits.addSchema(
        document, "Model", "{properties: {chain: {$ref: '#/components/schemas/Chain'}}}");

    assertThat(Notation.plain(document).at("/components/schemas/Model/properties/chain"))
        .isEqualTo(json("{type: 'array', items: {$ref: '#/components/schemas/Chain'}}"));
  }

  @Test
  void writesArgumentsInTheOrderThatTheGeneratorGivesThem() throws IOException {
    List<Change> all =
        ContractComparison.between(
            Documents.chosen(Documents.pinned("/v1/me")),
            Documents.chosen(Documents.pinned()),
            FacadeUse.of());
    ContractFacts facts = new ContractFacts(Documents.fixed(Documents.pinned()));

    assertThat(all)
        .filteredOn(change -> change.kind() == ChangeKind.OPERATION_NEW)
        .hasSizeGreaterThan(120)
        .allSatisfy(
            change -> {
              List<String> names = change.sentence().names();
              String line =
                  facts.operationLine(names.get(names.size() - 1), List.of()).orElseThrow();
              assertThat(arguments(names.get(0)))
                  .isEqualTo(
                      arguments(
                          line.substring(line.indexOf(" as "))
                              .replaceAll(":[^,)]*", "")
                              .replace("X-CONFIGCAT-SDKKEY", "sdkKey")));
            });
  }

  /** What stands in the last brackets; the body is called by its type in Java. */
  private static List<String> arguments(String call) {
    String inside = call.substring(call.lastIndexOf('(') + 1, call.lastIndexOf(')'));
    return List.of(
        inside
            .replaceAll("body|[a-zA-Z]*(Model|Request|InitialValues|Operation)$", "body")
            .split(", "));
  }

  @Test
  void aNewPropertyThatHasToBeSetIsToldAsItIsSetThoughItIsReadAsWell() throws IOException {
    for (ObjectNode document : List.of(before, after)) {
      Edits.answer(
          document, "GET /v1/tags/{tagId}", "200", "{$ref: '#/components/schemas/CreateTagModel'}");
    }
    Edits.setProperty(after, "CreateTagModel.scope", "{type: 'string'}");
    Edits.require(after, "CreateTagModel.scope");

    assertThat(changes())
        .extracting(change -> change.sentence().toString())
        .containsExactly(
            "new property that has to be set, or building throws:"
                + " CreateTagModel.builder().scope(String)");
  }

  @Test
  void refusesASentenceWithoutAPlaceForEachName() {
    assertThatThrownBy(() -> Sentence.of("{} is gone", "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Change> changes() throws IOException {
    return changes("accessor tags Tags");
  }

  private List<Change> changes(String... use) {
    return ContractComparison.between(
        Documents.chosen(before), Documents.chosen(after), FacadeUse.of(use));
  }
}
