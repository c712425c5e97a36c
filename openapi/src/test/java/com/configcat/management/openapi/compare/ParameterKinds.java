package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Kinds of changes of parameters and bodies. */
final class ParameterKinds {
  private static final String LIST = "GET /v2/products/{productId}/change-requests";
  private static final String CALL = "configcat.changeRequests().list(productId)";
  private static final String OPTION = "the option %s of configcat.changeRequests().list";
  private static final String UPDATE = "PUT /v1/tags/{tagId}";
  private static final String BODY = "the body of configcat.tags().update(tagId, updateTagModel)";
  private static final String SETTING_TYPE = "#/components/schemas/SettingType";

  private ParameterKinds() {}

  static void addTo(Map<String, KindCase> cases) {
    parameters(cases);
    attributes(cases);
    bodies(cases);
  }

  private static void parameters(Map<String, KindCase> cases) {
    cases.put(
        "option-new",
        KindCase.of(
            document ->
                Edits.addParameter(
                    document, LIST, "{name: 'author', in: 'query', schema: {type: 'string'}}"),
            ADDS,
            "new option: configcat.changeRequests().list(productId,"
                + " GetChangeRequestsOptions.builder().author(String).build())"));
    cases.put(
        "option-new-of-the-whole-path",
        KindCase.of(
            document ->
                ((ObjectNode) document.at("/paths").get("/v2/products/{productId}/change-requests"))
                    .putArray("parameters")
                    .add(Documents.json("{name: 'author', in: 'query', schema: {type: 'string'}}")),
            ADDS,
            "new option: configcat.changeRequests().list(productId,"
                + " GetChangeRequestsOptions.builder().author(String).build())"));
    cases.put(
        "argument-new",
        KindCase.of(
            document ->
                Edits.addParameter(
                    document,
                    LIST,
                    "{name: 'author', in: 'query', required: true, schema: {type: 'string'}}"),
            BREAKS,
            CALL
                + " needs a new argument, author: configcat.changeRequests().list(productId,"
                + " author)"));
    cases.put(
        "argument-new-of-the-whole-path",
        KindCase.of(
            document ->
                ((ObjectNode) document.at("/paths").get("/v2/products/{productId}/change-requests"))
                    .putArray("parameters")
                    .add(
                        Documents.json(
                            "{name: 'author', in: 'query', required: true, schema: {type:"
                                + " 'string'}}")),
            BREAKS,
            CALL
                + " needs a new argument, author: configcat.changeRequests().list(productId,"
                + " author)"));
    cases.put(
        "option-gone",
        KindCase.of(
            document -> Edits.removeParameter(document, LIST, "pageSize"),
            BREAKS,
            "The option pageSize of configcat.changeRequests().list is gone"));
    cases.put(
        "option-gone-that-was-deprecated",
        KindCase.of(
            document -> Edits.parameter(document, LIST, "pageSize").put("deprecated", true),
            document -> Edits.removeParameter(document, LIST, "pageSize"),
            BREAKS,
            "The option pageSize of configcat.changeRequests().list is gone"));
    cases.put(
        "argument-gone",
        KindCase.of(
            document ->
                Edits.addParameter(
                    document,
                    LIST,
                    "{name: 'author', in: 'query', required: true, schema: {type: 'string'}}"),
            document -> Edits.removeParameter(document, LIST, "author"),
            BREAKS,
            "The argument author of configcat.changeRequests().list is gone"));
    cases.put(
        "option-becomes-argument",
        KindCase.of(
            document -> Edits.parameter(document, LIST, "settingId").put("required", true),
            BREAKS,
            "The option settingId is an argument now: configcat.changeRequests().list(productId,"
                + " settingId), was "
                + CALL));
    cases.put(
        "argument-becomes-option",
        KindCase.of(
            document -> Edits.parameter(document, LIST, "settingId").put("required", true),
            document -> Edits.parameter(document, LIST, "settingId").put("required", false),
            BREAKS,
            "The argument settingId is an option now: "
                + CALL
                + ", was configcat.changeRequests().list(productId, settingId)"));
  }

  private static void attributes(Map<String, KindCase> cases) {
    cases.put(
        "option-type",
        KindCase.of(
            document -> schema(document, "settingId").put("format", "int64"),
            BREAKS,
            OPTION.formatted("settingId") + " is now Long, was Integer"));
    cases.put(
        "option-becomes-list",
        KindCase.of(
            document ->
                Edits.parameter(document, LIST, "settingId")
                    .set(
                        "schema",
                        Documents.json(
                            "{type: 'array', items: {type: 'integer', format: 'int32'}}")),
            BREAKS,
            OPTION.formatted("settingId") + " is now List<Integer>, was Integer"));
    cases.put(
        "option-becomes-enum",
        KindCase.of(
            document -> schema(document, "configId").removeAll().put("type", "string"),
            document -> schema(document, "configId").removeAll().put("$ref", SETTING_TYPE),
            BREAKS,
            OPTION.formatted("configId") + " is now SettingType, was String"));
    cases.put(
        "option-deprecated",
        KindCase.of(
            document -> Edits.parameter(document, LIST, "pageSize").put("deprecated", true),
            SURPRISES,
            OPTION.formatted("pageSize") + " is deprecated"));
    cases.put(
        "option-no-longer-deprecated",
        KindCase.of(
            document -> Edits.parameter(document, LIST, "pageSize").put("deprecated", true),
            document -> Edits.parameter(document, LIST, "pageSize").remove("deprecated"),
            NO_EFFECT,
            OPTION.formatted("pageSize") + ": is no longer deprecated"));
    cases.put(
        "option-nullable",
        KindCase.of(
            document -> schema(document, "pageSize").put("nullable", true),
            NO_EFFECT,
            LIST + ": is written in another way, and means the same"));
    cases.put(
        "option-no-longer-nullable",
        KindCase.of(
            document -> schema(document, "pageSize").put("nullable", true),
            document -> schema(document, "pageSize").remove("nullable"),
            NO_EFFECT,
            LIST + ": is written in another way, and means the same"));
    cases.put(
        "option-default-new",
        KindCase.of(
            document -> schema(document, "settingId").put("default", 1),
            SURPRISES,
            OPTION.formatted("settingId") + " is 1 where it is not set, was nothing"));
    cases.put(
        "option-default-changed",
        KindCase.of(
            document -> schema(document, "pageSize").put("default", 50),
            SURPRISES,
            OPTION.formatted("pageSize") + " is 50 where it is not set, was 25"));
    cases.put(
        "option-default-gone",
        KindCase.of(
            document -> schema(document, "pageSize").remove("default"),
            SURPRISES,
            OPTION.formatted("pageSize") + " is nothing where it is not set, was 25"));
    cases.put(
        "option-value-new",
        KindCase.of(
            document -> Edits.addValue(document, "NeedsAttentionFilter", "any"),
            ADDS,
            "new value: NeedsAttentionFilter.ANY"));
    cases.put(
        "option-value-gone",
        KindCase.of(
            document -> Edits.removeValue(document, "NeedsAttentionFilter", "needsAttention"),
            BREAKS,
            "NeedsAttentionFilter.NEEDS_ATTENTION is gone"));
    cases.put(
        "parameter-travels-elsewhere",
        KindCase.of(
            document -> Edits.parameter(document, LIST, "settingId").put("in", "header"),
            NO_EFFECT,
            OPTION.formatted("settingId") + ": travels as header, was query"));
    cases.put(
        "argument-order",
        KindCase.of(
            document -> {
              Edits.parameter(document, LIST, "settingId")
                  .put("required", true)
                  .put("in", "header");
              Edits.parameter(document, LIST, "pageSize").put("required", true);
            },
            document -> {
              Edits.parameter(document, LIST, "settingId").put("in", "query");
            },
            BREAKS,
            "configcat.changeRequests().list(productId, settingId, pageSize) takes its arguments in"
                + " another order: configcat.changeRequests().list(productId, pageSize,"
                + " settingId)"));
    cases.put(
        "parameter-in-another-style",
        KindCase.of(
            document ->
                Edits.parameter(document, LIST, "changeRequestStatusFilter").put("explode", false),
            BREAKS,
            "The option changeRequestStatusFilter of configcat.changeRequests().list is gone"));
  }

  private static void bodies(Map<String, KindCase> cases) {
    cases.put(
        "body-new",
        KindCase.of(
            document -> Edits.operation(document, UPDATE).remove("requestBody"),
            document ->
                Edits.operation(document, UPDATE)
                    .set(
                        "requestBody",
                        Documents.json(
                            "{content: {'application/json': {schema: {$ref:"
                                + " '#/components/schemas/UpdateTagModel'}}}}")),
            BREAKS,
            "configcat.tags().update(tagId) needs a body now: UpdateTagModel"));
    cases.put(
        "body-gone",
        KindCase.of(
            document -> Edits.operation(document, UPDATE).remove("requestBody"),
            BREAKS,
            "configcat.tags().update(tagId, updateTagModel) takes no body now"));
    cases.put(
        "body-required",
        KindCase.of(
            document -> body(document).put("required", false),
            document -> body(document).put("required", true),
            NO_EFFECT,
            BODY + ": is required now; the client always sends it"));
    cases.put(
        "body-optional",
        KindCase.of(
            document -> body(document).put("required", true),
            document -> body(document).put("required", false),
            NO_EFFECT,
            BODY + ": is optional now; the client always sends it"));
    cases.put(
        "body-media-type-new",
        KindCase.of(
            document ->
                content(document).set("application/xml", content(document).get("application/json")),
            NO_EFFECT,
            BODY + ": may also go as application/xml"));
    cases.put(
        "body-media-type-gone",
        KindCase.of(
            document -> content(document).remove("application/json"),
            SURPRISES,
            BODY + " may no longer go as application/json, which is all that the client knows"));
    cases.put(
        "body-type",
        KindCase.of(
            document ->
                content(document)
                    .withObject("/application~1json")
                    .set(
                        "schema",
                        Documents.json(
                            "{type: 'array', items: {$ref:"
                                + " '#/components/schemas/UpdateTagModel'}}")),
            BREAKS,
            BODY + " is now List<UpdateTagModel>, was UpdateTagModel"));
    cases.put(
        "body-becomes-enum",
        KindCase.of(
            document ->
                content(document)
                    .withObject("/application~1json")
                    .set("schema", Documents.json("{type: 'string'}")),
            document ->
                content(document)
                    .withObject("/application~1json/schema")
                    .removeAll()
                    .put("$ref", SETTING_TYPE),
            BREAKS,
            "the body of configcat.tags().update(tagId, body) is now SettingType, was"
                + " String"));
    cases.put(
        "body-value-gone",
        KindCase.of(
            document ->
                content(document)
                    .withObject("/application~1json")
                    .set("schema", Documents.json("{type: 'string', enum: ['a', 'b']}")),
            document ->
                content(document)
                    .withObject("/application~1json")
                    .set("schema", Documents.json("{type: 'string', enum: ['a']}")),
            BREAKS,
            "UpdateTagRequest.B is gone"));
    cases.put(
        "body-nullable",
        KindCase.of(
            document ->
                content(document)
                    .withObject("/application~1json/schema")
                    .removeAll()
                    .put("type", "string"),
            document ->
                content(document).withObject("/application~1json/schema").put("nullable", true),
            NO_EFFECT,
            "the body of configcat.tags().update(tagId, body): may be null"));
    cases.put(
        "body-no-longer-nullable",
        KindCase.of(
            document ->
                content(document)
                    .withObject("/application~1json/schema")
                    .removeAll()
                    .put("type", "string")
                    .put("nullable", true),
            document ->
                content(document).withObject("/application~1json/schema").remove("nullable"),
            NO_EFFECT,
            "the body of configcat.tags().update(tagId, body): is no longer null"));
    cases.put(
        "body-default",
        KindCase.of(
            document ->
                content(document)
                    .withObject("/application~1json/schema")
                    .removeAll()
                    .put("type", "string"),
            document ->
                content(document).withObject("/application~1json/schema").put("default", "x"),
            SURPRISES,
            "the body of configcat.tags().update(tagId, body) is x where it is not set, was"
                + " nothing"));
  }

  private static ObjectNode schema(ObjectNode document, String parameter) {
    return (ObjectNode) Edits.parameter(document, LIST, parameter).get("schema");
  }

  private static ObjectNode body(ObjectNode document) {
    return (ObjectNode) Edits.operation(document, UPDATE).get("requestBody");
  }

  private static ObjectNode content(ObjectNode document) {
    return (ObjectNode) body(document).get("content");
  }
}
