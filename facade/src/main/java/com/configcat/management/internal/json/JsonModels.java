package com.configcat.management.internal.json;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;

/** Decodes JSON that was read as such into models. */
public final class JsonModels {
  private static final Gson GSON = ManagementGson.create();

  private JsonModels() {}

  /**
   * Decodes a response.
   *
   * @throws DecodingException if it is not what the contract says
   */
  public static <T> T decode(JsonObject json, Class<T> model, FailureContext failure) {
    JsonReader reader = GSON.newJsonReader(new StringReader(json.toString()));
    try {
      return GSON.fromJson(reader, model);
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      // Without a cause: its message may quote the response, which may echo a secret.
      throw new DecodingException(
          failure.operation()
              + " answered with JSON that does not match the contract (at "
              + reader.getPath()
              + ")",
          reader.getPath(),
          null,
          failure);
    }
  }
}
