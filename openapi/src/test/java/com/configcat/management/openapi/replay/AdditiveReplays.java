package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.replay.ReplayCase.minor;
import static com.configcat.management.openapi.replay.ReplayCase.nothing;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Changes that a client is built from without a word: they add, or Java does not see them. */
final class AdditiveReplays {
  private static final String BY_SDK_KEY = "PUT /v1/settings/{settingKeyOrId}/value";

  private AdditiveReplays() {}

  static List<ReplayCase> all() {
    return List.of(
        minor(
            "operation-in-a-known-tag",
            document ->
                Edits.addOperation(
                    document,
                    "GET /v1/tags/{tagId}/usage",
                    """
                    {tags: ['Tags'], operationId: 'get-tag-usage',
                     parameters: [{name: 'tagId', in: 'path', required: true,
                       schema: {type: 'integer', format: 'int64'}}],
                     responses: {'200': {description: '', content: {'application/json':
                       {schema: {type: 'array', items: {$ref: '#/components/schemas/SettingModel'}}}}}}}
                    """)),
        minor(
            "operation-in-a-new-tag",
            document -> {
              document.withArray("tags").add(Documents.json("{name: 'Billing & Invoices'}"));
              Edits.addOperation(
                  document,
                  "GET /v1/organizations/{organizationId}/invoices",
                  """
                  {tags: ['Billing & Invoices'], operationId: 'get-invoices',
                   parameters: [{name: 'organizationId', in: 'path', required: true,
                     schema: {type: 'string', format: 'uuid'}}],
                   responses: {'200': {description: '', content: {'application/json':
                     {schema: {$ref: '#/components/schemas/OrganizationModel'}}}}}}
                  """);
            }),
        minor(
            // Next to known ones of one resource alone, whatever else the API comes to have.
            "operation-without-a-tag",
            document ->
                Edits.addOperation(
                    document,
                    "GET /v1/products/{productId}/tags/exports",
                    """
                    {parameters: [{name: 'productId', in: 'path', required: true,
                       schema: {type: 'string', format: 'uuid'}}],
                     responses: {'204': {description: ''}}}
                    """)),
        minor(
            "optional-query-parameter",
            document ->
                Edits.addParameter(
                    document,
                    BY_SDK_KEY,
                    "{name: 'dryRun', in: 'query', schema: {type: 'boolean'}}")),
        minor(
            "first-optional-parameter",
            document ->
                Edits.addParameter(
                    document,
                    "GET /v1/configs/{configId}/settings",
                    "{name: 'order', in: 'query', schema: {type: 'string'}}")),
        minor(
            "optional-header",
            document ->
                Edits.addParameter(
                    document,
                    "GET /v1/me",
                    "{name: 'X-Trace-Id', in: 'header', schema: {type: 'string'}}")),
        minor(
            "optional-request-property",
            document ->
                Edits.setProperty(
                    document,
                    "UpdateTagModel.order",
                    "{type: 'integer', format: 'int32', nullable: true}")),
        minor(
            "optional-response-property",
            document ->
                Edits.setProperty(
                    document,
                    "ProductModel.createdAt",
                    "{type: 'string', format: 'date-time', nullable: true}")),
        minor(
            "required-response-property",
            document -> {
              Edits.setProperty(document, "ProductModel.region", "{type: 'string'}");
              Edits.require(document, "ProductModel.region");
            }),
        minor(
            "new-model-in-a-response",
            document -> {
              Edits.addSchema(
                  document,
                  "AvatarModel",
                  "{type: 'object', properties: {url: {type: 'string', format: 'uri'}}}");
              Edits.setProperty(
                  document, "MeModel.avatar", "{$ref: '#/components/schemas/AvatarModel'}");
            }),
        minor(
            "value-of-an-enum-that-is-read",
            document -> Edits.addValue(document, "AuditLogType", "settingArchived")),
        minor(
            "value-of-an-enum-that-is-only-sent",
            document -> Edits.addValue(document, "OperationType", "touch")),
        minor(
            "reference-becomes-nullable",
            document ->
                Edits.setProperty(
                    document,
                    "TagModel.product",
                    "{allOf: [{$ref: '#/components/schemas/ProductModel'}], nullable: true}")),
        minor(
            "response-property-no-longer-required",
            document -> Edits.unrequire(document, "MeModel.fullName")),
        minor(
            "property-deprecated",
            document -> Edits.property(document, "TagModel.color").put("deprecated", true)),
        minor(
            "operation-deprecated",
            document -> Edits.operation(document, "GET /v1/me").put("deprecated", true)),
        minor(
            "limit-tightened",
            document -> Edits.property(document, "CreateTagModel.name").put("maxLength", 100)),
        minor(
            "default-changed",
            document ->
                ((ObjectNode)
                        Edits.parameter(
                                document,
                                "GET /v2/products/{productId}/change-requests",
                                "pageSize")
                            .get("schema"))
                    .put("default", 50)),
        minor(
            "success-without-content-beside-one-with",
            document ->
                Edits.operation(document, "PUT /v1/tags/{tagId}")
                    .withObject("/responses")
                    .putObject("204")
                    .put("description", "")),
        nothing(
            "limit-loosened",
            document -> Edits.property(document, "CreateTagModel.name").put("maxLength", 1000)),
        nothing(
            "status-declared",
            document ->
                Edits.operation(document, "DELETE /v1/tags/{tagId}")
                    .withObject("/responses")
                    .putObject("409")
                    .put("description", "")),
        nothing(
            "media-type",
            document -> {
              ObjectNode content =
                  (ObjectNode) Edits.response(document, "GET /v1/me", "200").get("content");
              content.set("application/hal+json", content.get("application/json"));
            }),
        nothing(
            "reference-wrapped-in-all-of",
            document ->
                Edits.setProperty(
                    document,
                    "TagModel.product",
                    "{allOf: [{$ref: '#/components/schemas/ProductModel'}]}")),
        nothing(
            "tag-renamed",
            document ->
                Edits.renameTag(document, "Feature Flags & Settings", "Feature Flags - Beta")),
        nothing(
            "operation-id-renamed",
            document -> Edits.operation(document, "GET /v1/me").put("operationId", "who-am-i")),
        nothing(
            "words",
            document -> Edits.operation(document, "GET /v1/me").put("summary", "Tell who calls")),
        nothing(
            "order",
            document -> {
              ObjectNode shuffled = (ObjectNode) Documents.shuffled(document, new Random(7));
              document.removeAll();
              document.setAll(shuffled);
            }));
  }
}
