package com.configcat.management.internal.rest;

import com.configcat.management.core.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.RequiredMembers;
import com.google.gson.JsonElement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members that tasks need of responses, by operation. The contract promises them all; a
 * response without one could lead a task to write, or to leave out, what it should not.
 *
 * <p>One-to-one operations are not checked: they return whatever the service sent.
 */
public final class TaskResponses {
  private static final String VALUES = "/configs/{configId}/environments/{environmentId}/values";
  private static final String VALUE = "/environments/{environmentId}/settings/{settingId}/value";
  private static final String VALUE_BY_SDK_KEY = "/settings/{settingKeyOrId}/value";

  private static final RequiredMembers V1_VALUE =
      RequiredMembers.of("$.value", "$.rolloutRules[*]", "$.rolloutPercentageItems[*]");
  private static final RequiredMembers V2_VALUE =
      RequiredMembers.of("$.lastVersionId", "$.defaultValue.*", "$.targetingRules[*]");
  private static final RequiredMembers V2_WRITTEN = RequiredMembers.of("$.lastVersionId");
  private static final RequiredMembers V1_VALUES =
      RequiredMembers.of(
          "$.settingValues[*].setting.settingId",
          "$.settingValues[*].value",
          "$.settingValues[*].rolloutRules[*]",
          "$.settingValues[*].rolloutPercentageItems[*]");
  private static final RequiredMembers V2_VALUES =
      RequiredMembers.of(
          "$.settingFormulas[*].setting.settingId",
          "$.settingFormulas[*].lastVersionId",
          "$.settingFormulas[*].defaultValue.*",
          "$.settingFormulas[*].targetingRules[*]");
  private static final RequiredMembers PAGE = RequiredMembers.of("$.paging?.hasNext");

  private static final Map<Operation, RequiredMembers> BY_OPERATION =
      Map.ofEntries(
          of("GET /v1/products", "$[*].productId", "$[*].name", "$[*].organization.organizationId"),
          of("POST /v1/organizations/{organizationId}/products", "$.productId", "$.name"),
          of("GET /v1/products/{productId}", "$.productId", "$.name"),
          of("GET /v1/products/{productId}/configs", "$[*].configId", "$[*].name"),
          of("POST /v1/products/{productId}/configs", "$.configId", "$.name"),
          of("GET /v1/configs/{configId}", "$.configId", "$.name"),
          of("GET /v1/products/{productId}/environments", "$[*].environmentId", "$[*].name"),
          of("POST /v1/products/{productId}/environments", "$.environmentId", "$.name"),
          of("GET /v1/environments/{environmentId}", "$.environmentId", "$.name"),
          of(
              "GET /v1/configs/{configId}/settings",
              "$[*].settingId",
              "$[*].key",
              "$[*].tags[*].tagId"),
          of("POST /v1/configs/{configId}/settings", "$.settingId", "$.key"),
          of("GET /v1/settings/{settingId}", "$.settingId", "$.key", "$.tags[*].tagId"),
          of("GET /v1/products/{productId}/tags", "$[*].tagId", "$[*].name"),
          of("POST /v1/products/{productId}/tags", "$.tagId", "$.name"),
          of("GET /v1/tags/{tagId}", "$.tagId", "$.name"),
          of("GET /v1/products/{productId}/segments", "$[*].segmentId", "$[*].name"),
          of("POST /v1/products/{productId}/segments", "$.segmentId", "$.name"),
          of("GET /v1/segments/{segmentId}", "$.segmentId", "$.name"),
          Map.entry(operation("GET /v1" + VALUES), V1_VALUES),
          Map.entry(operation("POST /v1" + VALUES), V1_VALUES),
          Map.entry(operation("GET /v2" + VALUES), V2_VALUES),
          Map.entry(operation("POST /v2" + VALUES), V2_VALUES),
          Map.entry(operation("GET /v1" + VALUE), V1_VALUE),
          Map.entry(operation("GET /v1" + VALUE_BY_SDK_KEY), V1_VALUE),
          Map.entry(operation("GET /v2" + VALUE), V2_VALUE),
          Map.entry(operation("PATCH /v2" + VALUE), V2_WRITTEN),
          Map.entry(operation("GET /v2" + VALUE_BY_SDK_KEY), V2_VALUE),
          Map.entry(operation("PATCH /v2" + VALUE_BY_SDK_KEY), V2_WRITTEN),
          of(
              "GET /v1/products/{productId}/staleflags",
              "$.name",
              "$.environments[*].environmentId",
              "$.environments[*].name",
              "$.configs[*].configId",
              "$.configs[*].name",
              "$.configs[*].settings[*].settingId",
              "$.configs[*].settings[*].key",
              "$.configs[*].settings[*].name",
              "$.configs[*].settings[*].settingValues[*].environmentId",
              "$.configs[*].settings[*].settingValues[*].isStale"),
          of("GET /v1/settings/{settingId}/code-references", "$[*].references?[*].file"),
          Map.entry(operation("GET /v2/products/{productId}/auditlogs"), PAGE),
          Map.entry(operation("GET /v2/organizations/{organizationId}/auditlogs"), PAGE),
          of("GET /v2/products/{productId}/change-requests", "$.changeRequests.paging?.hasNext"));

  private TaskResponses() {}

  private static Map.Entry<Operation, RequiredMembers> of(String operation, String... paths) {
    return Map.entry(operation(operation), RequiredMembers.of(paths));
  }

  private static Operation operation(String text) {
    String[] parts = text.split(" ", 2);
    return new Operation(parts[0], parts[1]);
  }

  static Set<Operation> operations() {
    return BY_OPERATION.keySet();
  }

  /** Returns the path of the first member that tasks need and the response lacks. */
  static Optional<String> missing(Operation operation, JsonElement response) {
    return Optional.ofNullable(BY_OPERATION.get(operation))
        .flatMap(members -> members.missingIn(response));
  }

  /**
   * Returns the response.
   *
   * @throws DecodingException if it lacks a member that tasks need
   */
  public static <T extends JsonElement> T checked(Operation operation, T response) {
    missing(operation, response)
        .ifPresent(
            path -> {
              throw lacking(operation, path);
            });
    return response;
  }

  /** Returns the exception for a response that lacks a member that a task needs. */
  public static DecodingException lacking(Operation operation, String path) {
    return new DecodingException(
        operation + " answered with JSON that does not match the contract (at " + path + ")",
        path,
        null,
        new FailureContext(operation, 1, !operation.isSafe()));
  }
}
