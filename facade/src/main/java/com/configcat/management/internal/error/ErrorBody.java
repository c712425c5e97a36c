package com.configcat.management.internal.error;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message in an error's body.
 *
 * @param message in one line, empty if there is none
 * @param fields messages by field
 */
record ErrorBody(String message, Map<String, List<String>> fields) {
  private static final int MAX_MESSAGE = 1_000;
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");

  /**
   * Reads an object of messages by field, a problem (RFC 9457), a JSON string, plain text, HTML, or
   * nothing.
   */
  static ErrorBody of(String body) {
    String text = body.strip();
    if (text.startsWith("<")) {
      return new ErrorBody(html(text), Map.of());
    }
    if (text.startsWith("{") || text.startsWith("\"") || text.startsWith("[")) {
      try {
        return json(JsonParser.parseString(text));
      } catch (JsonParseException e) {
        return new ErrorBody(line(text), Map.of());
      }
    }
    return new ErrorBody(line(text), Map.of());
  }

  private static ErrorBody json(JsonElement json) {
    if (!json.isJsonObject()) {
      return new ErrorBody(line(String.join("; ", texts(json))), Map.of());
    }
    JsonObject object = json.getAsJsonObject();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    boolean problem = object.has("title") || object.has("detail");
    JsonElement errors =
        problem && object.has("errors")
            ? object.get("errors")
            : problem ? new JsonObject() : object;
    if (errors.isJsonObject()) {
      errors
          .getAsJsonObject()
          .asMap()
          .forEach((field, messages) -> fields.put(field, texts(messages)));
    }
    StringJoiner message = new StringJoiner("; ");
    for (String member : problem ? List.of("title", "detail") : List.<String>of()) {
      texts(object.get(member)).forEach(message::add);
    }
    fields.forEach((field, messages) -> message.add(field + ": " + String.join(", ", messages)));
    return new ErrorBody(line(message.toString()), java.util.Collections.unmodifiableMap(fields));
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable JsonElement json) {
    List<String> texts = new ArrayList<>();
    if (json != null && json.isJsonArray()) {
      json.getAsJsonArray().forEach(element -> texts.addAll(texts(element)));
    } else if (json != null && json.isJsonPrimitive()) {
      texts.add(line(json.getAsString()));
    } else if (json != null && !json.isJsonNull()) {
      texts.add(line(json.toString()));
    }
    return List.copyOf(texts);
  }

  private static String html(String text) {
    Matcher title = TITLE.matcher(text);
    return title.find() ? "an HTML page titled '" + line(title.group(1)) + "'" : "an HTML page";
  }

  private static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "…" : line;
  }
}
