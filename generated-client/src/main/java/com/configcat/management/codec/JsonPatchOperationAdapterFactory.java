package com.configcat.management.codec;

import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes RFC 6902 operations. The member {@code value} is written even if it is null, but
 * only for operations that have one.
 */
final class JsonPatchOperationAdapterFactory implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked") // The type was checked.
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != JsonPatchOperation.class) {
      return null;
    }
    return (TypeAdapter<T>) new Adapter(gson).nullSafe();
  }

  private static final class Adapter extends TypeAdapter<JsonPatchOperation> {
    private final Gson gson;
    private final TypeAdapter<JsonElement> elements;

    Adapter(Gson gson) {
      this.gson = gson;
      this.elements = gson.getAdapter(JsonElement.class);
    }

    @Override
    public void write(JsonWriter out, JsonPatchOperation operation) throws IOException {
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
          elements.write(out, value);
        }
        out.endObject();
      } finally {
        out.setSerializeNulls(serializeNulls);
      }
    }

    private JsonElement json(@Nullable Object value) {
      if (value instanceof JsonElement json) {
        return json; // Unconverted, since Gson would omit null members.
      }
      return value == null ? JsonNull.INSTANCE : gson.toJsonTree(value);
    }

    @Override
    public JsonPatchOperation read(JsonReader in) throws IOException {
      JsonObject object = elements.read(in).getAsJsonObject();
      String path = text(object, "path");
      return switch (text(object, "op")) {
        case "add" -> JsonPatchOperation.add(path, object.get("value"));
        case "replace" -> JsonPatchOperation.replace(path, object.get("value"));
        case "test" -> JsonPatchOperation.test(path, object.get("value"));
        case "remove" -> JsonPatchOperation.remove(path);
        case "move" -> JsonPatchOperation.move(text(object, "from"), path);
        case "copy" -> JsonPatchOperation.copy(text(object, "from"), path);
        default ->
            throw new JsonParseException("Not an operation of RFC 6902: " + object.get("op"));
      };
    }

    private static String text(JsonObject object, String name) {
      JsonElement value = object.get(name);
      if (value == null || !value.isJsonPrimitive()) {
        throw new JsonParseException("A JSON Patch operation needs " + name);
      }
      return value.getAsString();
    }
  }
}
