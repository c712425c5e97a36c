package com.configcat.management.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** A shop with what tests of change requests say again and again. */
abstract class ChangeRequestShop extends Shop {
  static final String ON = "{\"boolValue\":true}";

  String all(FakeEnvironment environment) {
    return "/v2/configs/" + v2.id() + "/environments/" + environment.id() + "/change-requests";
  }

  static String one(long id) {
    return "/v2/change-requests/" + id;
  }

  /** A proposal of a default value, without a version. */
  static String proposal(FakeFlag flag, String value) {
    return "{\"settingId\":" + flag.id() + ",\"defaultValue\":" + value + "}";
  }

  /** A proposal that builds on a version. */
  static String proposal(FakeFlag flag, String value, String version) {
    return proposal(flag, value).replaceFirst("}$", ",\"latestVersionId\":\"" + version + "\"}");
  }

  /** A proposal with a rule that asks for another flag. */
  static String needing(FakeFlag flag, FakeFlag other) {
    return """
    {"settingId":%d,"defaultValue":{"boolValue":true},"targetingRules":[{"conditions":[
      {"prerequisiteFlagCondition":{"prerequisiteSettingId":%d,"comparator":"equals",
       "prerequisiteComparisonValue":{"boolValue":true}}}],"value":{"boolValue":false}}]}
    """
        .formatted(flag.id(), other.id());
  }

  /** A body that creates a change request. */
  static String body(String more, String... proposals) {
    StringBuilder changes = new StringBuilder();
    for (String proposal : proposals) {
      changes.append(changes.isEmpty() ? "" : ",").append("{\"proposedChange\":" + proposal + "}");
    }
    return "{\"title\":\"Turn on\"" + more + ",\"proposedChanges\":[" + changes + "]}";
  }

  long create(String more, String... proposals) {
    return create(caller, more, proposals);
  }

  long create(Caller owner, String more, String... proposals) {
    Caller.Reply reply = owner.post(all(test), body(more, proposals));
    if (reply.status() != 201) {
      throw new AssertionError(reply.status() + " " + reply.http().body());
    }
    return reply.object().get("changeRequestId").getAsLong();
  }

  /** Creates one that turns the new flag on in the test Environment. */
  long turnOn(String more) {
    return create(more, proposal(newFlag, ON));
  }

  Caller.Reply act(long id, String action) {
    return caller.post(one(id) + "/" + action, "");
  }

  JsonObject read(long id) {
    return caller.get(one(id)).object();
  }

  String status(long id) {
    return read(id).get("changeRequestStatus").getAsString();
  }

  static List<JsonObject> objects(JsonObject object, String name) {
    return object.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  static List<String> texts(JsonObject object, String list, String name) {
    return objects(object, list).stream().map(each -> each.get(name).getAsString()).toList();
  }

  boolean hasConflict(long id) {
    return objects(read(id), "settingValues").get(0).get("hasConflict").getAsBoolean();
  }

  boolean isOn(FakeEnvironment environment) {
    return newFlag
        .served(environment)
        .getAsJsonObject("defaultValue")
        .get("boolValue")
        .getAsBoolean();
  }

  AuditLog auditRecords() {
    return new AuditLog(caller, product);
  }

  /** Somebody else who may do everything. */
  Caller colleague() {
    fake.world().credential("grace", "secret");
    return Caller.of(fake, "grace", "secret");
  }
}
