package com.configcat.management.api;

import com.configcat.management.codec.internal.AdditionalProperties;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.WireEnum;
import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Gson that reads and writes the models by reflection on their builders, and has nothing of the
 * codec: what the generated adapters are compared with.
 */
final class ReflectiveReading {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  private ReflectiveReading() {}

  static Gson create(Iterable<Class<?>> models) {
    Map<Field, String> names = new HashMap<>();
    for (Class<?> model : models) {
      Map<String, Field> fields = new ModelClass(model).fields();
      fields.forEach(
          (name, field) -> {
            try {
              names.put(builderOf(model).getDeclaredField(field.getName()), name);
            } catch (ReflectiveOperationException e) {
              throw new AssertionError(e);
            }
          });
    }
    return new GsonBuilder()
        .disableHtmlEscaping()
        .setFieldNamingStrategy(field -> names.getOrDefault(field, field.getName()))
        .addSerializationExclusionStrategy(WITHOUT_ADDITIONAL)
        .addDeserializationExclusionStrategy(WITHOUT_ADDITIONAL)
        .registerTypeAdapterFactory(new Models())
        .registerTypeAdapter(Boolean.class, new Booleans().nullSafe())
        .registerTypeAdapter(SettingValue.class, new SettingValues().nullSafe())
        .registerTypeAdapter(OffsetDateTime.class, new Timestamps().nullSafe())
        .registerTypeAdapter(UUID.class, new Uuids().nullSafe())
        .registerTypeAdapterFactory(new Lists())
        .registerTypeAdapterFactory(new Maps())
        .create();
  }

  private static Class<?> builderOf(Class<?> model) throws ClassNotFoundException {
    return Class.forName(model.getName() + "$Builder");
  }

  private static final ExclusionStrategy WITHOUT_ADDITIONAL =
      new ExclusionStrategy() {
        @Override
        public boolean shouldSkipField(FieldAttributes field) {
          return field.getDeclaredClass() == AdditionalProperties.class;
        }

        @Override
        public boolean shouldSkipClass(Class<?> type) {
          return false;
        }
      };

  /** An adapter whose nulls are seen to elsewhere. */
  private abstract static class Values<T> extends TypeAdapter<T> {
    @Override
    public void write(JsonWriter out, T value) throws IOException {
      out.value(value.toString());
    }
  }

  private static final class Booleans extends Values<Boolean> {
    @Override
    public Boolean read(JsonReader in) throws IOException {
      if (in.peek() != JsonToken.BOOLEAN) {
        throw new JsonSyntaxException(
            "Expected a boolean but was " + in.peek() + " at path " + in.getPath());
      }
      return in.nextBoolean();
    }

    @Override
    public void write(JsonWriter out, Boolean value) throws IOException {
      out.value(value);
    }
  }

  private static final class SettingValues extends Values<SettingValue> {
    @Override
    public SettingValue read(JsonReader in) throws IOException {
      return switch (in.peek()) {
        case BOOLEAN -> SettingValue.of(in.nextBoolean());
        case STRING -> SettingValue.of(in.nextString());
        case NUMBER -> SettingValue.of(new BigDecimal(in.nextString()));
        default ->
            throw new JsonSyntaxException(
                "Expected a boolean, a string or a number but was "
                    + in.peek()
                    + " at path "
                    + in.getPath());
      };
    }

    @Override
    public void write(JsonWriter out, SettingValue value) throws IOException {
      if (value.isString()) {
        out.value(value.asString());
      } else {
        out.jsonValue(value.toString());
      }
    }
  }

  private static final class Timestamps extends Values<OffsetDateTime> {
    @Override
    public OffsetDateTime read(JsonReader in) throws IOException {
      String text = in.nextString();
      try {
        TemporalAccessor parsed =
            TIMESTAMP.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime time
            ? time
            : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
      } catch (DateTimeParseException e) {
        throw new JsonSyntaxException(
            "Not a date-time: '" + text + "'; at path " + in.getPreviousPath(), e);
      }
    }

    @Override
    public void write(JsonWriter out, OffsetDateTime value) throws IOException {
      out.value(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
    }
  }

  private static final class Uuids extends Values<UUID> {
    @Override
    public UUID read(JsonReader in) throws IOException {
      String text = in.nextString();
      if (!UUID_FORM.matcher(text).matches()) {
        throw new JsonSyntaxException(
            "Not a UUID: '" + text + "'; at path " + in.getPreviousPath());
      }
      return UUID.fromString(text);
    }
  }

  private static final class Lists implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != List.class) {
        return null;
      }
      TypeToken<?> element =
          TypeToken.get(((ParameterizedType) type.getType()).getActualTypeArguments()[0]);
      TypeAdapter<?> elements = gson.getAdapter(element);
      TypeAdapter<T> writer = gson.getDelegateAdapter(this, type);
      return (TypeAdapter<T>)
          new TypeAdapter<List<?>>() {
            @Override
            public List<?> read(JsonReader in) throws IOException {
              List<Object> list = new ArrayList<>();
              in.beginArray();
              while (in.hasNext()) {
                if (in.peek() == JsonToken.NULL) {
                  throw new JsonSyntaxException("Null in a list; at path " + in.getPath());
                }
                list.add(elements.read(in));
              }
              in.endArray();
              return list;
            }

            @Override
            public void write(JsonWriter out, List<?> value) throws IOException {
              writer.write(out, (T) value);
            }
          }.nullSafe();
    }
  }

  private static final class Maps implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != Map.class) {
        return null;
      }
      TypeAdapter<T> delegate = gson.getDelegateAdapter(this, type);
      return new Values<T>() {
        @Override
        public T read(JsonReader in) throws IOException {
          if (in.peek() == JsonToken.BEGIN_ARRAY) {
            in.beginObject(); // Fails; Gson alone also takes a list of pairs for a map.
          }
          T value = delegate.read(in);
          if (value instanceof Map<?, ?> map) {
            map.values().removeIf(Objects::isNull);
          }
          return value;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
          delegate.write(out, value);
        }
      };
    }
  }

  private static final class Models implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      Class<? super T> raw = type.getRawType();
      if (raw == JsonPatchOperation.class || !raw.getName().startsWith(ModelClass.PACKAGE)) {
        return null;
      }
      if (WireEnum.class.isAssignableFrom(raw)) {
        return (TypeAdapter<T>) new Enums(raw).nullSafe();
      }
      if (raw.isMemberClass()) {
        return null;
      }
      try {
        return (TypeAdapter<T>) new Model(gson, raw);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final class Enums extends Values<Object> {
    private final Map<@Nullable String, Object> constants = new HashMap<>();

    Enums(Class<?> type) {
      for (Object constant : type.getEnumConstants()) {
        constants.put(((WireEnum) constant).wireValue(), constant);
      }
    }

    @Override
    public Object read(JsonReader in) throws IOException {
      Object known = constants.get(in.nextString());
      return known != null ? known : constants.get(null);
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value(((WireEnum) value).requireWireValue());
    }
  }

  /** Reads the builder, and makes the model of what it has, complete or not. */
  private static final class Model extends TypeAdapter<Object> {
    private final TypeAdapter<Object> builders;
    private final Class<?> model;
    private final Map<Field, Field> fields = new LinkedHashMap<>();
    private final Constructor<?> constructor;

    @SuppressWarnings("unchecked")
    Model(Gson gson, Class<?> model) throws ReflectiveOperationException {
      this.model = model;
      this.builders = (TypeAdapter<Object>) gson.getAdapter(builderOf(model));
      for (Field field : new ModelClass(model).fields().values()) {
        Field ofBuilder = builderOf(model).getDeclaredField(field.getName());
        ofBuilder.setAccessible(true);
        fields.put(field, ofBuilder);
      }
      this.constructor = model.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
    }

    @Override
    public @Nullable Object read(JsonReader in) throws IOException {
      Object builder = builders.read(in);
      if (builder == null) {
        return null;
      }
      try {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Field field : fields.values()) {
          arguments.add(field.get(builder));
        }
        if (constructor.getParameterCount() > arguments.size()) {
          arguments.add(AdditionalProperties.NONE);
        }
        return constructor.newInstance(arguments.toArray());
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
      try {
        builders.write(out, value == null ? null : model.getMethod("toBuilder").invoke(value));
      } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }
}
