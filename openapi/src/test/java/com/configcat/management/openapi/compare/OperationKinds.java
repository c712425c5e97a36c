package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Kinds of changes of operations, of what they answer, and of the document as a whole. */
final class OperationKinds {
  private static final String DELETE = "DELETE /v1/tags/{tagId}";
  private static final String GET = "GET /v1/tags/{tagId}";
  private static final String CALL = "configcat.tags().get(tagId)";
  private static final String TAG_MODEL = "{$ref: '#/components/schemas/TagModel'}";

  private OperationKinds() {}

  static void addTo(Map<String, KindCase> cases) {
    operations(cases);
    answers(cases);
    authentication(cases);
  }

  private static void operations(Map<String, KindCase> cases) {
    cases.put(
        "operation-new",
        KindCase.of(
            document ->
                Edits.addOperation(
                    document,
                    "POST /v1/tags/{tagId}/merge",
                    """
                    {tags: ['Tags'], operationId: 'merge-tag', parameters: [
                      {name: 'tagId', in: 'path', required: true, schema: {type: 'integer', format: 'int64'}},
                      {name: 'into', in: 'query', required: true, schema: {type: 'integer', format: 'int64'}},
                      {name: 'dry-run', in: 'query', schema: {type: 'boolean'}}],
                     responses: {'204': {description: ''}}}
                    """),
            ADDS,
            "new operation: configcat.tags().merge(tagId, into); options: dryRun"
                + " (POST /v1/tags/{tagId}/merge)"));
    cases.put(
        "operation-gone",
        KindCase.of(
            document -> Edits.removeOperation(document, DELETE),
            BREAKS,
            "configcat.tags().delete(tagId) is gone: the API has no " + DELETE + " now"));
    cases.put(
        "operation-gone-that-was-deprecated",
        KindCase.of(
            document -> Edits.operation(document, DELETE).put("deprecated", true),
            document -> Edits.removeOperation(document, DELETE),
            BREAKS,
            "configcat.tags().delete(tagId) is gone: the API has no " + DELETE + " now"));
    cases.put(
        "operation-deprecated",
        KindCase.of(
            document -> Edits.operation(document, GET).put("deprecated", true),
            SURPRISES,
            CALL + " is deprecated"));
    cases.put(
        "operation-no-longer-deprecated",
        KindCase.of(
            document -> Edits.operation(document, GET).put("deprecated", true),
            document -> Edits.operation(document, GET).put("deprecated", false),
            NO_EFFECT,
            CALL + ": is no longer deprecated"));
    cases.put(
        "operation-id-changed",
        KindCase.of(
            document -> Edits.operation(document, GET).put("operationId", "read-tag"),
            NO_EFFECT,
            CALL + ": the document calls it read-tag, was get-tag"));
    cases.put(
        "operation-id-new",
        KindCase.of(
            document -> Edits.operation(document, GET).remove("operationId"),
            document -> Edits.operation(document, GET).put("operationId", "get-tag"),
            NO_EFFECT,
            CALL + ": the document calls it get-tag, was nothing"));
    cases.put(
        "tag-changed",
        KindCase.of(
            document -> Edits.renameTag(document, "Tags", "Labels"),
            NO_EFFECT,
            "The group Tags is called Labels now; its 5 operations keep their names"));
    cases.put(
        "tag-new",
        KindCase.of(
            document -> Edits.operation(document, GET).remove("tags"),
            document -> Edits.operation(document, GET).putArray("tags").add("Tags"),
            NO_EFFECT,
            "The group nothing is called Tags now; its operation keeps its name"));
    cases.put(
        "servers",
        KindCase.of(
            document ->
                document.putArray("servers").addObject().put("url", "https://eu.example.com"),
            SURPRISES,
            "The API says that it is at https://eu.example.com; the client calls what it called"
                + " before"));
    cases.put(
        "servers-of-a-path",
        KindCase.of(
            document ->
                ((ObjectNode) document.get("paths").get("/v1/tags/{tagId}"))
                    .putArray("servers")
                    .addObject()
                    .put("url", "/eu"),
            SURPRISES,
            "The document differs in /v1/tags/{tagId} servers, which this report cannot judge"));
    cases.put(
        "unknown-key",
        KindCase.of(
            document -> Edits.operation(document, GET).put("streaming", true),
            SURPRISES,
            CALL + " differs in streaming, which this report cannot judge"));
    cases.put(
        "unused-schema-gone",
        KindCase.of(
            document -> Edits.addSchema(document, "LooseModel", "{properties: {name: {}}}"),
            document -> ((ObjectNode) document.at("/components/schemas")).remove("LooseModel"),
            BREAKS,
            "LooseModel is gone"));
  }

  private static void answers(Map<String, KindCase> cases) {
    cases.put(
        "success-status-new",
        KindCase.of(
            document -> Edits.answer(document, GET, "203", TAG_MODEL),
            NO_EFFECT,
            CALL + ": 203 is declared"));
    cases.put(
        "success-status-gone",
        KindCase.of(
            document -> {
              Edits.answer(document, GET, "203", TAG_MODEL);
              Edits.operation(document, GET).withObject("/responses").remove("200");
            },
            NO_EFFECT,
            CALL + ": 200 is no longer declared"));
    cases.put(
        "other-status-new",
        KindCase.of(
            document ->
                Edits.operation(document, GET)
                    .withObject("/responses")
                    .set("403", Documents.json("{description: ''}")),
            NO_EFFECT,
            CALL + ": 403 is declared"));
    cases.put(
        "other-status-gone",
        KindCase.of(
            document -> Edits.operation(document, GET).withObject("/responses").remove("404"),
            NO_EFFECT,
            CALL + ": 404 is no longer declared"));
    cases.put(
        "other-status-with-another-body",
        KindCase.of(
            document -> Edits.answer(document, GET, "404", TAG_MODEL),
            NO_EFFECT,
            CALL + ": 404 has another body, which Java takes as text"));
    cases.put(
        "answer-media-type-new",
        KindCase.of(
            document ->
                content(document).set("text/json", content(document).get("application/json")),
            NO_EFFECT,
            "the answer of " + CALL + ": may also come as text/json"));
    cases.put(
        "answer-media-type-gone",
        KindCase.of(
            document ->
                content(document).set("text/json", content(document).remove("application/json")),
            SURPRISES,
            "the answer of "
                + CALL
                + " may no longer come as application/json, which is all that the client knows"));
    cases.put(
        "answer-schema-new",
        KindCase.of(
            document -> content(document).putObject("application/json"),
            document -> Edits.answer(document, GET, "200", TAG_MODEL),
            BREAKS,
            CALL + " returns TagModel now, was JsonElement"));
    cases.put(
        "answer-schema-gone",
        KindCase.of(
            document -> content(document).putObject("application/json"),
            BREAKS,
            CALL + " returns JsonElement now, was TagModel"));
    cases.put(
        "answer-type",
        KindCase.of(
            document ->
                Edits.answer(document, GET, "200", "{type: 'array', items: " + TAG_MODEL + "}"),
            BREAKS,
            CALL + " returns List<TagModel> now, was TagModel"));
    cases.put(
        "answer-nullable",
        KindCase.of(
            document -> Edits.answer(document, GET, "200", "{type: 'string'}"),
            document -> Edits.answer(document, GET, "200", "{type: 'string', nullable: true}"),
            SURPRISES,
            "the answer of " + CALL + " may be or hold null now"));
    cases.put(
        "answer-no-longer-nullable",
        KindCase.of(
            document -> Edits.answer(document, GET, "200", "{type: 'string', nullable: true}"),
            document -> Edits.answer(document, GET, "200", "{type: 'string'}"),
            NO_EFFECT,
            "the answer of " + CALL + ": is no longer null"));
    cases.put(
        "answer-default",
        KindCase.of(
            document -> Edits.answer(document, GET, "200", "{type: 'string'}"),
            document -> Edits.answer(document, GET, "200", "{type: 'string', default: 'x'}"),
            NO_EFFECT,
            "the answer of " + CALL + ": the default is x, was nothing"));
    cases.put(
        "answer-value-gone",
        KindCase.of(
            document -> Edits.answer(document, GET, "200", "{type: 'string', enum: ['a', 'b']}"),
            document -> Edits.answer(document, GET, "200", "{type: 'string', enum: ['a']}"),
            BREAKS,
            "GetTagResponse.B is gone"));
    cases.put(
        "header-new",
        KindCase.of(
            document ->
                Edits.response(document, GET, "200")
                    .set("headers", Documents.json("{ETag: {schema: {type: 'string'}}}")),
            NO_EFFECT,
            CALL + ": 200 has other headers, which Java does not see"));
    cases.put(
        "header-gone",
        KindCase.of(
            document ->
                Edits.response(document, GET, "200")
                    .set(
                        "headers",
                        Documents.json("{ETag: {required: true, schema: {type: 'string'}}}")),
            document -> Edits.response(document, GET, "200").remove("headers"),
            NO_EFFECT,
            CALL + ": 200 has other headers, which Java does not see"));
    cases.put(
        "header-changed",
        KindCase.of(
            document ->
                Edits.response(document, GET, "200")
                    .set("headers", Documents.json("{ETag: {schema: {type: 'string'}}}")),
            document ->
                Edits.response(document, GET, "200")
                    .set(
                        "headers",
                        Documents.json("{ETag: {schema: {type: 'integer', nullable: true}}}")),
            NO_EFFECT,
            CALL + ": 200 has other headers, which Java does not see"));
  }

  private static ObjectNode content(ObjectNode document) {
    return (ObjectNode) Edits.response(document, GET, "200").get("content");
  }

  private static void authentication(Map<String, KindCase> cases) {
    cases.put(
        "operation-security",
        KindCase.of(
            document ->
                Edits.operation(document, GET).putArray("security").addObject().putArray("Token"),
            SURPRISES,
            CALL + " asks for other credentials than before"));
    cases.put(
        "security-scheme-new",
        KindCase.of(
            document ->
                document
                    .withObject("/components/securitySchemes")
                    .set("Token", Documents.json("{type: 'http', scheme: 'bearer'}")),
            SURPRISES,
            "The API describes its authentication in another way: Basic, Token"));
    cases.put(
        "security-scheme-gone",
        KindCase.of(
            document ->
                document
                    .withObject("/components/securitySchemes")
                    .set("Token", Documents.json("{type: 'http', scheme: 'bearer'}")),
            document -> document.withObject("/components/securitySchemes").remove("Token"),
            SURPRISES,
            "The API describes its authentication in another way: Basic"));
    cases.put(
        "security-scheme-changed",
        KindCase.of(
            document ->
                document
                    .withObject("/components/securitySchemes")
                    .set("Basic", Documents.json("{type: 'http', scheme: 'bearer'}")),
            SURPRISES,
            "The API describes its authentication in another way: Basic"));
    cases.put(
        "security-requirement",
        KindCase.of(
            document -> document.putArray("security").addObject().putArray("Token"),
            SURPRISES,
            "The API describes its authentication in another way: Basic"));
  }
}
