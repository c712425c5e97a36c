package com.configcat.management.fake.internal.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Set;

/** Masks in bodies what the service would not show a second time, and what signs calls. */
final class SecretMembers {
  private static final JsonPrimitive MASK = new JsonPrimitive("***");

  private static final Set<String> NAMES =
      Set.of(
          "secretToken", "jiraJwtToken", "password", "key1", "key2", "signingKey1", "signingKey2");

  /** What an Integration keeps for the service that it calls: names differ from one to the next. */
  private static final String PARAMETERS = "parameters";

  private static final String HEADERS = "webHookHeaders";

  private SecretMembers() {}

  static void mask(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(SecretMembers::mask);
    } else if (element instanceof JsonObject object) {
      boolean headerPatch = isPatchOf(object, HEADERS);
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        String name = member.getKey();
        if (NAMES.contains(name) || name.equals(PARAMETERS)) {
          member.setValue(masked(member.getValue()));
        } else if (name.equals(HEADERS) || (headerPatch && name.equals("value"))) {
          member.setValue(maskedHeaders(member.getValue()));
        } else {
          mask(member.getValue());
        }
      }
    }
  }

  private static boolean isPatchOf(JsonObject object, String name) {
    return object.get("path") instanceof JsonPrimitive path && path.getAsString().contains(name);
  }

  /** Masks every text, number and truth in there. */
  private static JsonElement masked(JsonElement element) {
    if (element instanceof JsonObject object) {
      object.entrySet().forEach(member -> member.setValue(masked(member.getValue())));
    } else if (element instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, masked(array.get(i)));
      }
    }
    return element.isJsonPrimitive() ? MASK : element;
  }

  /** Masks the values of headers, unless it is said that they are not secure. */
  private static JsonElement maskedHeaders(JsonElement element) {
    if (element instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, maskedHeaders(array.get(i)));
      }
    } else if (element instanceof JsonObject header
        && header.has("value")
        && !new JsonPrimitive(false).equals(header.get("isSecure"))) {
      header.add("value", masked(header.get("value")));
    }
    return element.isJsonPrimitive() ? MASK : element;
  }
}
