package com.configcat.management.hal;

import com.configcat.management.internal.http.UndecodableBodyException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Parses a JSON+HAL response body. A link may be a string, an object with {@code href}, or an array
 * of these; an embedded resource may be an object or an array of objects.
 */
final class HalParser implements Converter<ResponseBody, HalDocument> {
  private final Converter<ResponseBody, JsonElement> json;

  HalParser(Converter<ResponseBody, JsonElement> json) {
    this.json = json;
  }

  @Override
  public HalDocument convert(ResponseBody body) throws IOException {
    JsonElement answer = Objects.requireNonNull(json.convert(body));
    return new HalDocument(resources(answer, "$"));
  }

  private static List<HalNode> resources(JsonElement element, String path)
      throws UndecodableBodyException {
    if (!(element instanceof JsonArray array)) {
      return List.of(resource(element, path));
    }
    List<HalNode> resources = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      resources.add(resource(array.get(i), path + "[" + i + "]"));
    }
    return List.copyOf(resources);
  }

  private static HalNode resource(JsonElement element, String path)
      throws UndecodableBodyException {
    if (!(element instanceof JsonObject object)) {
      throw new UndecodableBodyException(
          "something other than an object where a HAL resource was expected", path, null);
    }
    Map<String, List<HalLink>> links = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> link : members(object, HalNode.LINKS, path)) {
      links.put(link.getKey(), links(link.getValue(), below(path, HalNode.LINKS, link.getKey())));
    }
    Map<String, List<HalNode>> embedded = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> one : members(object, HalNode.EMBEDDED, path)) {
      embedded.put(
          one.getKey(), resources(one.getValue(), below(path, HalNode.EMBEDDED, one.getKey())));
    }
    return new HalNode(
        path, object, Collections.unmodifiableMap(links), Collections.unmodifiableMap(embedded));
  }

  /** Skips null members; some servers send null for "none". */
  private static List<Map.Entry<String, JsonElement>> members(
      JsonObject resource, String name, String path) throws UndecodableBodyException {
    @Nullable JsonElement element = resource.get(name);
    if (element == null || element.isJsonNull()) {
      return List.of();
    }
    if (!(element instanceof JsonObject object)) {
      throw new UndecodableBodyException(
          "something other than an object where HAL requires one", path + "." + name, null);
    }
    return object.entrySet().stream().filter(member -> !member.getValue().isJsonNull()).toList();
  }

  private static List<HalLink> links(JsonElement element, String path)
      throws UndecodableBodyException {
    if (!(element instanceof JsonArray array)) {
      return List.of(link(element, path));
    }
    List<HalLink> links = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      links.add(link(array.get(i), path + "[" + i + "]"));
    }
    return List.copyOf(links);
  }

  private static HalLink link(JsonElement element, String path) throws UndecodableBodyException {
    if (!(element instanceof JsonObject object)) {
      return link(element, false, path);
    }
    boolean templated =
        object.get("templated") instanceof JsonPrimitive flag && flag.getAsBoolean();
    return link(object.get("href"), templated, path + ".href");
  }

  private static HalLink link(@Nullable JsonElement href, boolean templated, String path)
      throws UndecodableBodyException {
    if (href instanceof JsonPrimitive text && text.isString()) {
      String target = text.getAsString();
      return new HalLink(target, templated || target.contains("{"));
    }
    throw new UndecodableBodyException("a link without a URI", path, null);
  }

  private static String below(String path, String member, String name) {
    return path + "." + member + "." + name;
  }
}
