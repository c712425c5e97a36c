package com.configcat.management.webhook;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/** Parses external JSON strictly, without Gson's default leniency. */
final class JsonText {
  private JsonText() {}

  static JsonElement parse(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    try {
      JsonElement element = new Gson().getAdapter(JsonElement.class).read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException(
            "The change details are followed by other text: give only what the service put in place"
                + " of ##ChangeDetails##");
      }
      return element;
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "The change details are not JSON: put ##ChangeDetails## into the webhook's body template"
              + " without text around it",
          e);
    }
  }

  static boolean isString(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }
}
