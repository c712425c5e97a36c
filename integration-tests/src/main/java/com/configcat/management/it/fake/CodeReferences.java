package com.configcat.management.it.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Predicate;

/** Where Settings are used in source code. */
record CodeReferences(Backend backend) implements Handlers {
  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/settings/{settingId}/code-references", this::list);
    routes.serve("POST", "/v1/code-references", this::upload);
    routes.serve("POST", "/v1/code-references/delete-reports", this::delete);
  }

  private Answer list(Exchange exchange) {
    backend.table(Kind.SETTING).get(exchange.path("settingId"));
    return Answer.ok(
        Json.array(
            backend
                .table(Kind.CODE_REFERENCE)
                .where("$settingId", exchange.path("settingId"))
                .stream()
                .map(Views::open)));
  }

  private Answer upload(Exchange exchange) {
    JsonObject report = exchange.object();
    JsonObject config = backend.table(Kind.CONFIG).get(Json.text(report, "configId"));
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
              .table(Kind.SETTING)
              .find(Json.text(flag, "settingId"))
              .filter(row -> row.get("configId").equals(config.get("configId")))
              .orElseThrow(
                  () -> Refusal.field("FlagReferences", "A Setting is not of this Config."));
      store(report, flag, setting);
    }
    backend.journal().write(exchange, "codeReferencesUploaded", config);
    return new Answer(200);
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
                    Json.objects(flag, "references").stream().map(CodeReferences::reference)));
    backend.table(Kind.CODE_REFERENCE).add(row);
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
    return Json.array(Json.objects(given, name).stream().map(CodeReferences::line));
  }

  private static JsonObject line(JsonObject given) {
    return Json.object(
        "lineText", Json.textOrNull(given, "lineText"), "lineNumber", given.get("lineNumber"));
  }

  private Answer delete(Exchange exchange) {
    JsonObject wanted = exchange.object();
    JsonObject config = backend.table(Kind.CONFIG).get(Json.text(wanted, "configId"));
    remove(
        wanted,
        row ->
            (!Json.has(wanted, "branch") || row.get("branch").equals(wanted.get("branch")))
                && (!Json.has(wanted, "settingId")
                    || row.get("$settingId").equals(wanted.get("settingId"))));
    backend.journal().write(exchange, "codeReferenceDeleted", config);
    return new Answer(200);
  }

  /** Removes reports of the repository and Config that a body names. */
  private void remove(JsonObject body, Predicate<JsonObject> which) {
    JsonElement repository = body.get("repository");
    JsonElement config = new JsonPrimitive(Json.text(body, "configId"));
    Table table = backend.table(Kind.CODE_REFERENCE);
    table
        .where(
            row ->
                row.get("repository").equals(repository)
                    && row.get("$configId").equals(config)
                    && which.test(row))
        .forEach(table::remove);
  }
}
