package com.configcat.management.internal.error;

import com.configcat.management.internal.core.JsonContents;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message of an error body.
 *
 * @param message on one line; empty if there is none
 * @param fields messages by field name
 */
record ErrorBody(String message, Map<String, List<String>> fields) {
  /**
   * Parses an object of messages by field, alone or as {@code errors}, a problem (RFC 9457), a JSON
   * string, plain text, HTML, or nothing.
   *
   * @param body unmasked, since JSON may escape a secret
   * @param mask masks secrets in the parsed text, before it is truncated
   */
  static ErrorBody of(String body, UnaryOperator<String> mask) {
    return new Reader(mask).read(body.strip());
  }

  /** Converts external text to one line without secrets and control characters. */
  static String line(String text, UnaryOperator<String> mask) {
    return new Reader(mask).line(text);
  }

  private record Reader(UnaryOperator<String> mask) {
    private static final int MAX_MESSAGE = 1_000;
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern TITLE = Pattern.compile("(?i)<title[^>]{0,200}>([^<]{1,500})");

    ErrorBody read(String text) {
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

    private ErrorBody json(JsonElement json) {
      if (!json.isJsonObject()) {
        return new ErrorBody(line(String.join("; ", texts(json))), Map.of());
      }
      JsonObject object = json.getAsJsonObject();
      Map<String, List<String>> fields = new LinkedHashMap<>();
      boolean problem = object.has("title") || object.has("detail");
      JsonElement errors = object.get("errors");
      if (errors == null || !(problem || errors.isJsonObject())) {
        errors = problem ? new JsonObject() : object;
      }
      if (errors.isJsonObject()) {
        JsonContents.members(errors.getAsJsonObject())
            .forEach((field, messages) -> fields.put(line(field), texts(messages)));
      }
      StringJoiner message = new StringJoiner("; ");
      List<String> summary =
          problem
              ? List.of("title", "detail")
              : errors == object ? List.<String>of() : List.of("message");
      for (String member : summary) {
        texts(object.get(member)).forEach(message::add);
      }
      fields.forEach((field, messages) -> message.add(field + ": " + String.join(", ", messages)));
      return new ErrorBody(line(message.toString()), Collections.unmodifiableMap(fields));
    }

    private List<String> texts(@Nullable JsonElement json) {
      List<String> texts = new ArrayList<>();
      if (json != null && json.isJsonArray()) {
        json.getAsJsonArray().forEach(element -> texts.addAll(texts(element)));
      } else if (json != null && json.isJsonPrimitive()) {
        texts.add(line(json.getAsString()));
      } else if (json != null && !json.isJsonNull()) {
        JsonElement messages = messages(json.getAsJsonObject());
        texts.addAll(messages != null ? texts(messages) : List.of(line(json.toString())));
      }
      return List.copyOf(texts);
    }

    /** Unwraps ASP.NET's model state, {@code {"Errors":[{"ErrorMessage":"…"}]}}. */
    private static @Nullable JsonElement messages(JsonObject object) {
      JsonElement errors = object.get("Errors");
      if (errors != null && errors.isJsonArray()) {
        return errors;
      }
      JsonElement message = object.get("ErrorMessage");
      return message != null && message.isJsonPrimitive() ? message : null;
    }

    private String html(String text) {
      Matcher title = TITLE.matcher(text);
      return title.find() ? "an HTML page titled '" + line(title.group(1)) + "'" : "an HTML page";
    }

    private String line(String text) {
      String line = NOT_SHOWN.matcher(mask.apply(text)).replaceAll(" ").strip();
      return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "…" : line;
    }
  }
}
