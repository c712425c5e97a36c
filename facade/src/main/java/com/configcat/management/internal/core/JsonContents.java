package com.configcat.management.internal.core;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of JSON objects and arrays as collections; Gson has its own views only since 2.10. */
public final class JsonContents {
  private JsonContents() {}

  public static Map<String, JsonElement> members(JsonObject object) {
    Map<String, JsonElement> members = new LinkedHashMap<>();
    object.entrySet().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  public static List<JsonElement> elements(JsonArray array) {
    List<JsonElement> elements = new ArrayList<>(array.size());
    array.forEach(elements::add);
    return elements;
  }
}
