package com.configcat.management.fake.internal.state;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and makes JSON trees. */
public final class Json {
  private static final Gson WRITER =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /** Makes an object of names and values in turn; a value is JSON, text, a number or null. */
  public static JsonObject object(@Nullable Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add(String.valueOf(namesAndValues[i]), of(namesAndValues[i + 1]));
    }
    return object;
  }

  public static JsonElement of(@Nullable Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof JsonElement element) {
      return element;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    }
    return new JsonPrimitive(value.toString());
  }

  public static JsonArray array(Stream<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  /** Whether a member is there and not null. */
  public static boolean has(JsonObject object, String name) {
    return object.has(name) && !object.get(name).isJsonNull();
  }

  public static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  public static @Nullable String textOrNull(JsonObject object, String name) {
    return has(object, name) ? text(object, name) : null;
  }

  public static int number(JsonObject object, String name) {
    return object.get(name).getAsInt();
  }

  public static boolean truth(JsonObject object, String name) {
    return has(object, name) && object.get(name).getAsBoolean();
  }

  /** The objects of an array; none if there is no such member or it is null. */
  public static List<JsonObject> objects(JsonObject object, String name) {
    List<JsonObject> objects = new ArrayList<>();
    elements(object, name).forEach(element -> objects.add(element.getAsJsonObject()));
    return objects;
  }

  /** The elements of an array; none if there is no such member or it is null. */
  public static List<JsonElement> elements(JsonObject object, String name) {
    return has(object, name) ? object.getAsJsonArray(name).asList() : List.of();
  }

  /** Whether a text is one JSON value, strictly read. */
  public static boolean isJson(String text) {
    if (text.isBlank()) {
      return false;
    }
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      var unused = JsonParser.parseReader(reader);
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (JsonParseException | IOException e) {
      return false;
    }
  }

  public static void write(JsonElement element, JsonWriter writer) {
    WRITER.toJson(element, writer);
  }

  public static String write(JsonElement element) {
    return WRITER.toJson(element);
  }

  /** Writes no more than the start, with an ellipsis in place of the rest. */
  static String writeStart(JsonElement element, int length) {
    BoundedWriter writer = new BoundedWriter(length);
    try {
      WRITER.toJson(element, writer);
      return writer.toString();
    } catch (JsonIOException e) {
      return writer + "…";
    }
  }

  /** What a parser found, without the advice that it adds on further lines. */
  public static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Writes an element as UTF-8, twice: first to count the bytes. Thousands of rows would not fit
   * into memory several times.
   */
  static byte[] bytes(JsonElement element) {
    FixedOutput count = new FixedOutput(null);
    FixedOutput.write(element, count);
    byte[] bytes = new byte[count.length()];
    FixedOutput.write(element, new FixedOutput(bytes));
    return bytes;
  }

  /**
   * Reads an object in which equal names are the same text, which takes less memory.
   *
   * @throws JsonParseException if it is not JSON, or something else than an object
   */
  public static JsonObject read(Reader text) throws IOException {
    JsonReader reader = new JsonReader(text);
    try {
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        throw new JsonParseException("Not a JSON object");
      }
      JsonObject object = read(reader, new HashMap<>()).getAsJsonObject();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("Something follows the JSON object");
      }
      return object;
    } catch (MalformedJsonException | EOFException e) {
      throw new JsonParseException(e.getMessage(), e);
    }
  }

  private static JsonElement read(JsonReader reader, Map<String, String> names) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          object.add(names.computeIfAbsent(reader.nextName(), name -> name), read(reader, names));
        }
        reader.endObject();
        return object;
      }
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(read(reader, names));
        }
        reader.endArray();
        return array;
      }
      default -> {
        return JsonParser.parseReader(reader);
      }
    }
  }
}
