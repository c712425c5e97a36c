package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes lists. Refuses null elements: the contract has no list of nullable elements.
 *
 * @param <E> the type of the elements
 */
public final class ListAdapter<E> extends TypeAdapter<List<E>> {
  private final TypeAdapter<E> elements;

  private ListAdapter(TypeAdapter<E> elements) {
    this.elements = elements;
  }

  public static <E> ListAdapter<E> of(TypeAdapter<E> elements) {
    return new ListAdapter<>(elements);
  }

  /** Reads a list that its owner may change. */
  @Override
  public @Nullable List<E> read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    List<E> list = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      list.add(element(in, elements));
    }
    in.endArray();
    return list;
  }

  /** Reads a list that cannot change, and takes no more memory than it needs. */
  public static <E> @Nullable List<E> read(JsonReader in, TypeAdapter<E> elements)
      throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    in.beginArray();
    if (!in.hasNext()) {
      in.endArray();
      return Collections.emptyList();
    }
    E first = element(in, elements);
    if (!in.hasNext()) {
      in.endArray();
      return Collections.singletonList(first);
    }
    List<E> list = several(in, elements, first);
    in.endArray();
    return list;
  }

  @SuppressWarnings("unchecked") // The array has nothing but elements.
  private static <E> List<E> several(JsonReader in, TypeAdapter<E> elements, E first)
      throws IOException {
    Object[] array = {first, element(in, elements)};
    int size = array.length;
    while (in.hasNext()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, size * 2);
      }
      array[size] = element(in, elements);
      size++;
    }
    Object[] all = size == array.length ? array : Arrays.copyOf(array, size);
    return Collections.unmodifiableList(Arrays.asList((E[]) all));
  }

  private static <E> E element(JsonReader in, TypeAdapter<E> elements) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      throw new JsonSyntaxException("Null in a list; at path " + in.getPath());
    }
    return elements.read(in);
  }

  /** Returns a copy that cannot change. */
  public static <E> List<E> copy(List<E> list) {
    return Collections.unmodifiableList(new ArrayList<>(list));
  }

  @Override
  public void write(JsonWriter out, @Nullable List<E> list) throws IOException {
    write(out, list, elements);
  }

  public static <E> void write(JsonWriter out, @Nullable List<E> list, TypeAdapter<E> elements)
      throws IOException {
    if (list == null) {
      out.nullValue();
      return;
    }
    out.beginArray();
    for (E element : list) {
      elements.write(out, element);
    }
    out.endArray();
  }
}
