package com.configcat.management.openapi.fix;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNameTest {
  @ParameterizedTest
  @CsvSource({
    "GET,    get-webhooks,              Webhooks,      list",
    "GET,    getWebhook,                Webhooks,      get",
    "POST,   create-webhook,            Webhooks,      create",
    "PUT,    replace-webhook,           Webhooks,      replace",
    "PATCH,  update-webhook,            Webhooks,      patch",
    "PUT,    update-webhook,            Webhooks,      update",
    "GET,    get-webhook-signing-keys,  Webhooks,      getSigningKeys",
    "GET,    get-staleFlags,            StaleFlags,    list",
    "GET,    get-entry-of-today,        Entries,       getOfToday",
    "GET,    get-webhooks-by-tag,       Webhooks,      ",
    "GET,    get-product-webhooks,      Webhooks,      ",
    "POST,   post-webhook,              Webhooks,      ",
    "POST,   create,                    Webhooks,      ",
    "POST,   create-web,                Webhooks,      ",
    "GET,    get-access,                Access,        get",
    "GET,    get-setting-values-v2,     SettingValuesV2, list",
  })
  void leavesOutWhatTheResourceSays(String method, String id, String resource, String name) {
    assertThat(name(method, id, resource, "{type: 'object'}")).isEqualTo(name);
  }

  @Test
  void whatAnswersWithAListIsAList() {
    assertThat(name("GET", "get-access", "Access", "{type: 'array'}")).isEqualTo("list");
    assertThat(name("POST", "create-access", "Access", "{type: 'array'}")).isEqualTo("create");
  }

  @Test
  void isAlmostAlwaysTheNameThatWasGivenByHand() throws IOException {
    Fixes fixes = Fixes.read(Documents.CONTRACT.resolve("fixes.yaml"));
    ObjectNode document = Documents.pinned();
    Map<String, String> different = new TreeMap<>();
    Set<String> same = new HashSet<>();
    for (ApiOperation operation : ApiOperations.of(document)) {
      OperationName given = fixes.names().get(operation.key());
      String id = fixes.operationIds().get(operation.key());
      ShortName.of(document, operation, given.resource(), id)
          .ifPresent(
              name -> {
                if (name.equals(given.method())) {
                  same.add(id);
                } else {
                  different.put(id, given.method() + " instead of " + name);
                }
              });
    }

    assertThat(same).hasSizeGreaterThan(70);
    assertThat(different).hasSizeLessThan(same.size() / 10);
  }

  @Test
  void ofTwoThatWouldBeCalledAlikeBothKeepTheirWholeNames() {
    assertThat(named(Set.of(), "get-webhooks", "get-webhook"))
        .containsExactlyInAnyOrder("getWebhooks", "getWebhook");
    assertThat(named(Set.of(), "get-webhooks", "get-webhook-of-me"))
        .containsExactlyInAnyOrder("list", "getOfMe");
  }

  @Test
  void doesNotTakeWhatTheFacadeOrJavaHas() {
    assertThat(named(Set.of("find", "list"), "find-webhook", "get-webhooks", "clone-webhook"))
        .containsExactlyInAnyOrder("findWebhook", "getWebhooks", "cloneWebhook");
  }

  /** Returns the names of new operations among Webhooks that answer with lists. */
  private static List<String> named(Set<String> reserved, String... ids) {
    ObjectNode document = json("{paths: {}}");
    for (int i = 0; i < ids.length; i++) {
      ((ObjectNode) document.get("paths"))
          .set(
              "/v1/" + (char) ('a' + i),
              json(
                  "{get: {tags: ['Webhooks'], operationId: '"
                      + ids[i]
                      + "', responses: {'200': {content: {'application/json': {schema: {type:"
                      + " 'array'}}}}}}}"));
    }
    Fixes fixes = new Fixes(Map.of(), Map.of(), Set.of(), false, Set.of(), Set.of());
    return ApiOperations.of(new Fixer(fixes, Map.of("Webhooks", reserved)).fix(document)).stream()
        .map(operation -> operation.json().path("x-operation-name").asText())
        .toList();
  }

  private static String name(String method, String id, String resource, String schema) {
    ObjectNode json =
        json("{responses: {'200': {content: {'application/json': {schema: " + schema + "}}}}}");
    return ShortName.of(json, new ApiOperation(method, "/v1/x", json), resource, id).orElse(null);
  }
}
