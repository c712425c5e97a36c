package com.configcat.management.model;

import com.configcat.management.codec.internal.JsonElementAdapter;
import com.configcat.management.codec.internal.SurrogatePairs;
import com.configcat.management.codec.internal.ValueAdapterFactory;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes RFC 6902 operations. The member {@code value} is written even if it is null, but
 * only for operations that have one.
 */
final class JsonPatchOperationAdapter extends TypeAdapter<JsonPatchOperation> {
  @Override
  public void write(JsonWriter out, @Nullable JsonPatchOperation operation) throws IOException {
    if (operation == null) {
      out.nullValue();
      return;
    }
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    try {
      out.beginObject();
      out.name("op").value(operation.op());
      out.name("path").value(SurrogatePairs.check(operation.path(), "The path of a patch"));
      if (operation.from() != null) {
        out.name("from").value(SurrogatePairs.check(operation.from(), "The path of a patch"));
      }
      if (operation.hasValue()) {
        JsonElement value = json(operation.value());
        SurrogatePairs.check(value, "A value in a patch");
        out.name("value");
        JsonElementAdapter.INSTANCE.write(out, value);
      }
      out.endObject();
    } finally {
      out.setSerializeNulls(serializeNulls);
    }
  }

  private static JsonElement json(@Nullable Object value) {
    if (value instanceof JsonElement json) {
      return json; // Unconverted, since Gson would omit null members.
    }
    return value == null ? JsonNull.INSTANCE : Values.GSON.toJsonTree(value);
  }

  @Override
  public @Nullable JsonPatchOperation read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    JsonObject object = JsonElementAdapter.INSTANCE.read(in).getAsJsonObject();
    String path = text(object, "path");
    return switch (text(object, "op")) {
      case "add" -> JsonPatchOperation.add(path, object.get("value"));
      case "replace" -> JsonPatchOperation.replace(path, object.get("value"));
      case "test" -> JsonPatchOperation.test(path, object.get("value"));
      case "remove" -> JsonPatchOperation.remove(path);
      case "move" -> JsonPatchOperation.move(text(object, "from"), path);
      case "copy" -> JsonPatchOperation.copy(text(object, "from"), path);
      default -> throw new JsonParseException("Not an operation of RFC 6902: " + object.get("op"));
    };
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value == null || !value.isJsonPrimitive()) {
      throw new JsonParseException("A JSON Patch operation needs " + name);
    }
    return value.getAsString();
  }

  /** Writes values; created with the first that is no JSON. */
  private static final class Values {
    static final Gson GSON =
        new GsonBuilder()
            .registerTypeAdapterFactory(new ValueAdapterFactory())
            .registerTypeAdapterFactory(new ModelAdapters())
            .create();

    private Values() {}
  }
}
