package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Table;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Predicate;

/** Lists, uploads and deletes code references. */
record CodeReferenceEndpoints(Backend backend) implements Endpoints {
  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/settings/{settingId}/code-references", this::list);
    routes.serve("POST", "/v1/code-references", this::upload);
    routes.serve("POST", "/v1/code-references/delete-reports", this::delete);
  }

  private FakeResponse list(ValidatedRequest request) {
    backend.table(EntityType.SETTING).get(request.path("settingId"));
    return FakeResponse.ok(
        Json.array(
            backend
                .table(EntityType.CODE_REFERENCE)
                .where("$settingId", request.path("settingId"))
                .stream()
                .map(Views::open)));
  }

  private FakeResponse upload(ValidatedRequest request) {
    JsonObject report = request.object();
    JsonObject config = backend.table(EntityType.CONFIG).get(Json.text(report, "configId"));
    JsonElement branch = report.get("branch");
    List<JsonElement> active = Json.elements(report, "activeBranches");
    remove(
        report,
        row ->
            row.get("branch").equals(branch)
                || (!active.isEmpty() && !active.contains(row.get("branch"))));
    for (JsonObject flag : Json.objects(report, "flagReferences")) {
      JsonObject setting =
          backend
              .table(EntityType.SETTING)
              .find(Json.text(flag, "settingId"))
              .filter(row -> row.get("configId").equals(config.get("configId")))
              .orElseThrow(
                  () -> Refusal.field("FlagReferences", "A Setting is not of this Config."));
      store(report, flag, setting);
    }
    backend.auditTrail().write(request, "codeReferencesUploaded", config);
    return new FakeResponse(200);
  }

  private void store(JsonObject report, JsonObject flag, JsonObject setting) {
    JsonObject row =
        Json.object(
            "codeReferenceId", backend.state().newUuid(),
            "$configId", setting.get("configId"),
            "$settingId", setting.get("settingId"),
            "repository", report.get("repository"),
            "branch", report.get("branch"),
            "commitUrl", Json.textOrNull(report, "commitUrl"),
            "commitHash", Json.textOrNull(report, "commitHash"),
            "uploader", Json.textOrNull(report, "uploader"),
            "syncedAt", backend.state().now().toString(),
            "references",
                Json.array(
                    Json.objects(flag, "references").stream()
                        .map(CodeReferenceEndpoints::reference)));
    backend.table(EntityType.CODE_REFERENCE).add(row);
  }

  private static JsonObject reference(JsonObject given) {
    return Json.object(
        "file", given.get("file"),
        "fileUrl", Json.textOrNull(given, "fileUrl"),
        "preLines", lines(given, "preLines"),
        "postLines", lines(given, "postLines"),
        "referenceLine", line(given.getAsJsonObject("referenceLine")));
  }

  private static JsonArray lines(JsonObject given, String name) {
    return Json.array(Json.objects(given, name).stream().map(CodeReferenceEndpoints::line));
  }

  private static JsonObject line(JsonObject given) {
    return Json.object(
        "lineText", Json.textOrNull(given, "lineText"), "lineNumber", given.get("lineNumber"));
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject wanted = request.object();
    JsonObject config = backend.table(EntityType.CONFIG).get(Json.text(wanted, "configId"));
    remove(
        wanted,
        row ->
            (!Json.has(wanted, "branch") || row.get("branch").equals(wanted.get("branch")))
                && (!Json.has(wanted, "settingId")
                    || row.get("$settingId").equals(wanted.get("settingId"))));
    backend.auditTrail().write(request, "codeReferenceDeleted", config);
    return new FakeResponse(200);
  }

  /** Removes reports of the repository and Config that a body names. */
  private void remove(JsonObject body, Predicate<JsonObject> which) {
    JsonElement repository = body.get("repository");
    JsonElement config = new JsonPrimitive(Json.text(body, "configId"));
    Table table = backend.table(EntityType.CODE_REFERENCE);
    table
        .where(
            row ->
                row.get("repository").equals(repository)
                    && row.get("$configId").equals(config)
                    && which.test(row))
        .forEach(table::remove);
  }
}
