package com.configcat.management.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Reads the audit log of a Product. */
record AuditLog(Caller caller, FakeProduct product) {
  /** The records, newest first. */
  List<JsonObject> records() {
    return caller
        .get("/v2/products/" + product.id() + "/auditlogs")
        .object()
        .getAsJsonArray("data")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /** The types of the records, newest first. */
  List<String> types() {
    return records().stream().map(record -> record.get("auditLogTypeEnum").getAsString()).toList();
  }
}
