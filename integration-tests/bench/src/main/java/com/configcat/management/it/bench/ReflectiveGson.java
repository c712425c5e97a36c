package com.configcat.management.it.bench;

import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.WireEnum;
import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializationContext;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Gson that reads and writes this client's models by reflection, with nothing of its codec. */
final class ReflectiveGson {
  private ReflectiveGson() {}

  static Gson create() {
    return new GsonBuilder()
        .setExclusionStrategies(new WithoutAdditional())
        .registerTypeAdapter(OffsetDateTime.class, new DateTimes().nullSafe())
        .registerTypeAdapterFactory(new Enums())
        .registerTypeAdapter(JsonPatchOperation.class, (PatchSerializer) ReflectiveGson::patch)
        .create();
  }

  /** The service has no member that these models do not know. */
  private static final class WithoutAdditional implements ExclusionStrategy {
    @Override
    public boolean shouldSkipField(FieldAttributes field) {
      return field.getName().startsWith("_");
    }

    @Override
    public boolean shouldSkipClass(Class<?> type) {
      return false;
    }
  }

  private interface PatchSerializer extends com.google.gson.JsonSerializer<JsonPatchOperation> {}

  private static JsonObject patch(
      JsonPatchOperation operation, Type type, JsonSerializationContext context) {
    JsonObject json = new JsonObject();
    json.addProperty("op", operation.op());
    json.addProperty("path", operation.path());
    json.add("value", context.serialize(operation.value()));
    return json;
  }

  private static final class DateTimes extends TypeAdapter<OffsetDateTime> {
    @Override
    public OffsetDateTime read(JsonReader in) throws IOException {
      return OffsetDateTime.parse(in.nextString());
    }

    @Override
    public void write(JsonWriter out, OffsetDateTime value) throws IOException {
      out.value(value.toString());
    }
  }

  private static final class Enums implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked") // The constants are of the type asked for.
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      Class<? super T> raw = type.getRawType();
      if (!raw.isEnum() || !WireEnum.class.isAssignableFrom(raw)) {
        return null;
      }
      Map<@Nullable String, T> constants = new HashMap<>();
      for (Object constant : raw.getEnumConstants()) {
        constants.put(((WireEnum) constant).wireValue(), (T) constant);
      }
      return new TypeAdapter<T>() {
        @Override
        public @Nullable T read(JsonReader in) throws IOException {
          return constants.get(in.nextString());
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
          out.value(((WireEnum) value).wireValue());
        }
      }.nullSafe();
    }
  }
}
