package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.replay.ReplayCase.major;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Changes after which code that uses the generated client has to change: some where the facade uses
 * what changed, and some where it does not.
 */
final class BreakingReplays {
  private static final String BY_SDK_KEY = "PUT /v1/settings/{settingKeyOrId}/value";

  private BreakingReplays() {}

  static List<ReplayCase> all() {
    return List.of(
        major("operation-gone", document -> Edits.removeOperation(document, "GET /v1/me"))
            .refusedFor("'class Me' is gone"),
        major(
            "operation-gone-that-the-facade-does-not-use",
            document -> Edits.removeOperation(document, "POST /v1/jira/connect")),
        major(
                "path-renamed",
                document -> {
                  ObjectNode paths = (ObjectNode) document.get("paths");
                  paths.set(
                      "/v1/settings/{settingKey}/value",
                      paths.remove("/v1/settings/{settingKeyOrId}/value"));
                  for (String method : List.of("GET", "PUT", "PATCH")) {
                    Edits.parameter(
                            document, method + " /v1/settings/{settingKey}/value", "settingKeyOrId")
                        .put("name", "settingKey");
                  }
                })
            .refusedFor(
                "'operation GET /v1/settings/{settingKeyOrId}/value as",
                "'operation PATCH /v1/settings/{settingKeyOrId}/value as",
                "'operation PUT /v1/settings/{settingKeyOrId}/value as"),
        major(
                "path-parameter-type",
                document ->
                    schema(document, "GET /v1/configs/{configId}/settings", "configId")
                        .remove("format"))
            .refusedFor("'operation GET /v1/configs/{configId}/settings as"),
        major(
            "path-parameter-type-that-the-facade-does-not-use",
            document ->
                schema(document, "GET /v1/webhooks/{webhookId}/keys", "webhookId")
                    .put("format", "int64")),
        major(
                "required-query-parameter",
                document ->
                    Edits.addParameter(
                        document,
                        BY_SDK_KEY,
                        "{name: 'ticket', in: 'query', required: true, schema: {type: 'string'}}"))
            .refusedFor("'operation PUT /v1/settings/{settingKeyOrId}/value as"),
        major(
            "required-query-parameter-that-the-facade-does-not-use",
            document ->
                Edits.addParameter(
                    document,
                    "GET /v1/me",
                    "{name: 'realm', in: 'query', required: true, schema: {type: 'string'}}")),
        major(
                "parameter-becomes-required",
                document -> Edits.parameter(document, BY_SDK_KEY, "reason").put("required", true))
            .refusedFor("'operation PUT /v1/settings/{settingKeyOrId}/value as"),
        major("parameter-gone", document -> Edits.removeParameter(document, BY_SDK_KEY, "reason"))
            .refusedFor("'operation PUT /v1/settings/{settingKeyOrId}/value as"),
        major(
            "parameter-gone-that-the-facade-does-not-use",
            document ->
                Edits.removeParameter(
                    document, "DELETE /v1/environments/{environmentId}", "cleanupAuditLogs")),
        major(
            "request-property-becomes-required",
            document -> {
              Edits.property(document, "UpdateTagModel.name").remove("nullable");
              Edits.require(document, "UpdateTagModel.name");
            }),
        major(
            "required-request-property",
            document -> {
              Edits.setProperty(document, "CreateTagModel.scope", "{type: 'string'}");
              Edits.require(document, "CreateTagModel.scope");
            }),
        major(
                "response-property-gone",
                document -> Edits.removeProperty(document, "ProductModel.name"))
            .refusedFor("'property ProductModel.name string' is gone"),
        major(
            "response-property-gone-that-the-facade-does-not-use",
            document -> Edits.removeProperty(document, "ProductModel.order")),
        major(
                "property-type",
                document -> Edits.setProperty(document, "TagModel.tagId", "{type: 'string'}"))
            .refusedFor(
                "'property TagModel.tagId integer:int64' is now 'property TagModel.tagId string'"),
        major(
            "property-type-that-the-facade-does-not-use",
            document -> Edits.property(document, "ProductModel.order").put("format", "int64")),
        major(
            "property-format-text-to-id",
            document -> Edits.property(document, "MeModel.email").put("format", "uuid")),
        major(
                "enum-value-gone",
                document -> Edits.removeValue(document, "UserComparator", "isOneOf"))
            .refusedFor("'enum UserComparator.isOneOf' is gone"),
        major(
            "enum-value-gone-that-the-facade-does-not-use",
            document -> Edits.removeValue(document, "AuditLogType", "apiKeyConnected")),
        major("schema-renamed", document -> Edits.renameSchema(document, "TagModel", "LabelModel"))
            .refusedFor("'operation GET /v1/products/{productId}/tags as"),
        major(
            "schema-renamed-that-the-facade-does-not-use",
            document -> Edits.renameSchema(document, "MeModel", "PersonModel")),
        major(
                "list-becomes-page",
                document -> {
                  Edits.addSchema(
                      document,
                      "ProductModelPagedList",
                      """
                      {type: 'object', properties: {
                         paging: {$ref: '#/components/schemas/PagingResponseInfo'},
                         data: {type: 'array', items: {$ref: '#/components/schemas/ProductModel'}}}}
                      """);
                  Edits.answer(
                      document,
                      "GET /v1/products",
                      "200",
                      "{$ref: '#/components/schemas/ProductModelPagedList'}");
                })
            .refusedFor("'operation GET /v1/products as"),
        major(
            "answer-gone",
            document -> Edits.response(document, "GET /v1/me", "200").remove("content")),
        major(
                "body-gone",
                document -> Edits.operation(document, "PUT /v1/tags/{tagId}").remove("requestBody"))
            .refusedFor("'operation PUT /v1/tags/{tagId} as"),
        major(
            "body-declared",
            document ->
                Edits.operation(document, "POST /v1/proxy-profiles/{proxyProfileId}/secret")
                    .set(
                        "requestBody",
                        Documents.json(
                            "{content: {'application/json': {schema: {$ref:"
                                + " '#/components/schemas/CreateTagModel'}}}}"))));
  }

  private static ObjectNode schema(ObjectNode document, String key, String parameter) {
    return (ObjectNode) Edits.parameter(document, key, parameter).get("schema");
  }
}
