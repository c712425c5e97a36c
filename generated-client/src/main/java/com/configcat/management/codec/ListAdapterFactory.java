package com.configcat.management.codec;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses null elements when a list is read: the contract has no list of nullable elements. */
final class ListAdapterFactory implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked") // The type was checked.
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != List.class
        || !(type.getType() instanceof ParameterizedType parameterized)) {
      return null;
    }
    TypeAdapter<?> elements =
        gson.getAdapter(TypeToken.get(parameterized.getActualTypeArguments()[0]));
    TypeAdapter<T> writer = gson.getDelegateAdapter(this, type);
    return (TypeAdapter<T>)
        new Adapter<>((TypeAdapter<Object>) elements, (TypeAdapter<List<Object>>) writer)
            .nullSafe();
  }

  private static final class Adapter<E> extends TypeAdapter<List<E>> {
    private final TypeAdapter<E> elements;
    private final TypeAdapter<List<E>> writer;

    Adapter(TypeAdapter<E> elements, TypeAdapter<List<E>> writer) {
      this.elements = elements;
      this.writer = writer;
    }

    @Override
    public List<E> read(JsonReader in) throws IOException {
      List<E> list = new ArrayList<>();
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
    public void write(JsonWriter out, List<E> value) throws IOException {
      writer.write(out, value);
    }
  }
}
