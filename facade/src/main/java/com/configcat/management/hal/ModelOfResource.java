package com.configcat.management.hal;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.core.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Decodes a HAL resource into a model for plain JSON. */
final class ModelOfResource {
  private static final Gson GSON = ManagementGson.create();

  private final Operation operation;

  ModelOfResource(Operation operation) {
    this.operation = operation;
  }

  <T> T decode(HalNode node, Class<T> type) {
    JsonReader reader = GSON.newJsonReader(new StringReader(plain(node.json()).toString()));
    @Nullable T model;
    try {
      model = GSON.getAdapter(type).read(reader);
    } catch (JsonIOException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be decoded from JSON: give a model such as ConfigModel.class",
          e);
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | IllegalArgumentException e) {
      throw undecodable(node, type, reader.getPath());
    }
    if (model == null) {
      throw undecodable(node, type, "$");
    }
    return model;
  }

  /** Returns the resource as plain JSON, with embedded resources as properties. */
  private static JsonElement plain(JsonElement hal) {
    if (hal instanceof JsonArray array) {
      JsonArray plain = new JsonArray();
      array.forEach(element -> plain.add(plain(element)));
      return plain;
    }
    JsonObject plain = hal.getAsJsonObject().deepCopy();
    plain.remove(HalNode.LINKS);
    if (plain.remove(HalNode.EMBEDDED) instanceof JsonObject embedded) {
      embedded.entrySet().stream()
          .filter(member -> !plain.has(member.getKey()) && !member.getValue().isJsonNull())
          .forEach(member -> plain.add(member.getKey(), plain(member.getValue())));
    }
    return plain;
  }

  /** Leaves out the decoder's message: it can contain values, which can be secret. */
  private DecodingException undecodable(HalNode node, Class<?> type, String path) {
    String whole = (node.path() + path.substring(1)).replaceAll("\\p{Cntrl}", "");
    return new DecodingException(
        "%s answered with JSON that cannot be decoded as a %s (at %s)"
            .formatted(operation, type.getSimpleName(), whole),
        whole,
        null,
        new FailureContext(operation, 1, false));
  }
}
