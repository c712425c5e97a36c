package com.configcat.management.fake.internal.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Makes a body readable: indented, without secrets, and as far as it goes if it is cut or no JSON.
 * What is not read is not shown, since it might be a secret.
 */
final class BodyText {
  /** How much of a body is read. */
  static final int LENGTH = 2_000;

  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private JsonElement read = JsonNull.INSTANCE;

  private BodyText() {}

  static String of(String body) {
    boolean cut = body.length() > LENGTH;
    BodyText text = new BodyText();
    boolean whole =
        text.readWhole(new JsonReader(new StringReader(cut ? body.substring(0, LENGTH) : body)));
    if (!whole && text.read.isJsonNull()) {
      return cut ? "(too long to show)" : "(no JSON)";
    }
    SecretMembers.mask(text.read);
    String shown = PRETTY.toJson(text.read);
    return whole ? shown : shown + (cut ? "\n… (cut)" : "\n… (the rest is no JSON)");
  }

  private boolean readWhole(JsonReader reader) {
    try {
      read(reader, element -> read = element);
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  /** Passes an element on before reading what is in it, which may break off. */
  private static void read(JsonReader reader, Consumer<JsonElement> parent) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        parent.accept(object);
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          read(reader, value -> object.add(name, value));
        }
        reader.endObject();
      }
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        parent.accept(array);
        reader.beginArray();
        while (reader.hasNext()) {
          read(reader, array::add);
        }
        reader.endArray();
      }
      case STRING -> parent.accept(new JsonPrimitive(reader.nextString()));
      case NUMBER -> parent.accept(new JsonPrimitive(new BigDecimal(reader.nextString())));
      case BOOLEAN -> parent.accept(new JsonPrimitive(reader.nextBoolean()));
      default -> {
        reader.nextNull();
        parent.accept(JsonNull.INSTANCE);
      }
    }
  }
}
