package com.configcat.management.openapi.fix;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Names stay whatever the document's owner does to its tags. */
class ResourceFixTest {
  private static final Map<String, String> NAMES = names(Documents.pinned());
  private final ObjectNode document = Documents.pinned();

  @Test
  void aRenamedTagChangesNoName() {
    retag(tag -> tag.equals("Products") ? "Products & more - Beta" : tag);

    assertThat(names(document)).isEqualTo(NAMES);
  }

  @Test
  void renamedTagsAndOperationIdsChangeNoName() {
    retag(tag -> "Renamed: " + tag);
    ApiOperations.of(document).forEach(o -> o.json().put("operationId", "x" + o.key().hashCode()));

    assertThat(names(document)).isEqualTo(NAMES);
    assertThat(ids(document)).isEqualTo(ids(Documents.pinned()));
  }

  @Test
  void swappedTagsChangeNoName() {
    retag(
        tag ->
            tag.equals("Configs") ? "Environments" : tag.equals("Environments") ? "Configs" : tag);

    assertThat(names(document)).isEqualTo(NAMES);
  }

  @Test
  void mergedTagsChangeNoNameAndANewOperationJoinsTheNearestPath() {
    retag(tag -> Set.of("Tags", "Segments").contains(tag) ? "Tags and Segments" : tag);
    add("/v1/segments/{id}/usages", "Tags and Segments");
    add("/v1/tags/{tag}/usages", "Tags and Segments");
    add("/v2/products/{productId}/tags/unused", "Tags and Segments");

    assertThat(added())
        .isEqualTo(
            Map.of(
                "GET /v1/segments/{id}/usages", "Segments.getIt",
                "GET /v1/tags/{tag}/usages", "Tags.getV1TagsTagUsages",
                "GET /v2/products/{productId}/tags/unused",
                    "Tags.getV2ProductsProductIdTagsUnused"));
  }

  @Test
  void aSplitTagChangesNoNameAndBothHalvesTakeInNewOperations() {
    for (ApiOperation operation : ApiOperations.of(document)) {
      if (operation.json().at("/tags/0").asText().equals("Members")) {
        operation
            .json()
            .putArray("tags")
            .add(operation.path().contains("invit") ? "Invitations" : "People");
      }
    }
    add("/v1/invitations/{invitationId}", "Invitations");
    add("/v1/people", "People");

    assertThat(added().values()).allMatch(name -> name.startsWith("Members.")).hasSize(2);
  }

  @Test
  void withoutTagsANewOperationJoinsTheNearestPath() {
    ApiOperations.of(document).forEach(operation -> operation.json().remove("tags"));
    document.remove("tags");
    add("/v1/webhooks/{webhookId}/deliveries", null);
    add("/v2/environments/{environmentId}/settings/{settingId}/value/history", null);
    add("/v1/environments/{environmentId}/settings/{settingId}/value/past", null);

    assertThat(added())
        .isEqualTo(
            Map.of(
                "GET /v1/webhooks/{webhookId}/deliveries",
                    "Webhooks.getV1WebhooksWebhookIdDeliveries",
                "GET /v2/environments/{environmentId}/settings/{settingId}/value/history",
                    "SettingValuesV2.getV2EnvironmentsEnvironmentIdSettingsSettingIdValueHistory",
                "GET /v1/environments/{environmentId}/settings/{settingId}/value/past",
                    "SettingValues.getIt"));
  }

  @Test
  void amongPathsThatAreEquallyNearTheLargerResourceWinsThenTheFirstByName() {
    Map<String, OperationName> names =
        Map.of(
            "GET /v1/a/one", new OperationName("Zs", "one"),
            "GET /v1/a/two", new OperationName("Zs", "two"),
            "GET /v1/a/three", new OperationName("As", "three"),
            "GET /v1/a/four", new OperationName("Bs", "four"));
    NearestResource nearest = new NearestResource(names);

    assertThat(nearest.to("/v1/a/new", nearest.all())).isEqualTo("Zs");
    assertThat(nearest.to("/v1/a/new", List.of("Bs", "As"))).isEqualTo("As");
  }

  @Test
  void aTagWithoutAKnownOperationMakesAResource() {
    add("/v1/organizations/{organizationId}/costs", "Costs & more");
    add("/v1/other", "2 factors");
    add("/v1/signs", "日本");
    add("/v1/flags", "flags?");

    assertThat(added().values())
        .allMatch(name -> name.matches("(CostsMore|Tag2Factors|Tag[0-9a-f]{6}|Flags2)\\..*"))
        .hasSize(4);
    assertThat(Documents.fixed(document).path("tags"))
        .contains(json("{name: 'CostsMore', description: 'Words on Costs & more'}"));
  }

  @Test
  void aResourceKeepsItsWordsWhenItsTagIsRenamed() {
    JsonNode before = resource("Products");
    retag(tag -> tag.equals("Products") ? "Renamed" : tag);

    assertThat(resource("Products")).isEqualTo(before);
    assertThat(before.path("description").asText()).startsWith("Manage Products");
  }

  @Test
  void nothingDependsOnOrder() {
    retag(tag -> Set.of("Tags", "Segments", "Configs").contains(tag) ? "Merged" : tag);
    add("/v1/new/one", "Merged");
    add("/v1/new/two", "New");
    add("/v1/new/three", null);
    Map<String, String> expected = names(document);
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(names((ObjectNode) Documents.shuffled(document, new Random(seed))))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  private JsonNode resource(String name) {
    for (JsonNode tag : Documents.fixed(document).path("tags")) {
      if (tag.path("name").asText().equals(name)) {
        return tag;
      }
    }
    throw new AssertionError(name);
  }

  private void retag(UnaryOperator<String> rename) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      String tag = operation.json().at("/tags/0").asText();
      operation.json().putArray("tags").add(rename.apply(tag));
    }
    ArrayNode tags = document.withArray("tags");
    for (JsonNode tag : tags) {
      ((ObjectNode) tag).put("name", rename.apply(tag.path("name").asText()));
    }
  }

  private void add(String path, @org.jspecify.annotations.Nullable String tag) {
    ObjectNode operation =
        json("{operationId: 'get-it', responses: {'204': {description: 'Done'}}}");
    if (tag != null) {
      operation.putArray("tags").add(tag);
      document.withArray("tags").addObject().put("name", tag).put("description", "Words on " + tag);
    }
    document
        .withObject("/paths")
        .withObject("/" + path.replace("~", "~0").replace("/", "~1"))
        .set("get", operation);
  }

  /** Returns the names of what the pinned document lacks, and that all others are as they were. */
  private Map<String, String> added() {
    Map<String, String> names = names(document);
    assertThat(names).containsAllEntriesOf(NAMES);
    names.keySet().removeAll(NAMES.keySet());
    return names;
  }

  private static Map<String, String> names(ObjectNode source) {
    Map<String, String> names = new TreeMap<>();
    for (ApiOperation operation : ApiOperations.of(Documents.fixed(source))) {
      names.put(
          operation.key(),
          operation.json().at("/tags/0").asText()
              + "."
              + operation.json().path("x-operation-name").asText());
    }
    return names;
  }

  private static Map<String, String> ids(ObjectNode source) {
    Map<String, String> ids = new TreeMap<>();
    ApiOperations.of(Documents.fixed(source))
        .forEach(o -> ids.put(o.key(), o.json().path("operationId").asText()));
    return ids;
  }
}
