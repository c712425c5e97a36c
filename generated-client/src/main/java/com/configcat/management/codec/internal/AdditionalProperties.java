package com.configcat.management.codec.internal;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of an object that its model has no property for. Immutable. */
public final class AdditionalProperties {
  public static final AdditionalProperties NONE = new AdditionalProperties(Map.of());

  private final Map<String, JsonElement> members;

  private AdditionalProperties(Map<String, JsonElement> members) {
    this.members = members;
  }

  /** Returns these and one more, which replaces one of the same name. */
  public AdditionalProperties with(String name, JsonElement value) {
    Objects.requireNonNull(name, "name is null: give the name of a member");
    Objects.requireNonNull(value, "value is null: give JSON, such as JsonNull.INSTANCE");
    Map<String, JsonElement> more = new LinkedHashMap<>(members);
    more.put(name, value.deepCopy());
    return new AdditionalProperties(more);
  }

  /**
   * Reads the value of a member, unless only known members are wanted.
   *
   * @param before the additional members before it; null if there are none
   * @return these and it
   */
  public static @Nullable Map<String, JsonElement> read(
      JsonReader in, String name, @Nullable Map<String, JsonElement> before) throws IOException {
    if (in instanceof KnownMembersReader) {
      in.skipValue();
      return before;
    }
    Map<String, JsonElement> members = before == null ? new LinkedHashMap<>() : before;
    members.put(name, JsonElementAdapter.INSTANCE.read(in));
    return members;
  }

  /** Returns what was read; null stands for nothing. */
  public static AdditionalProperties of(@Nullable Map<String, JsonElement> read) {
    return read == null ? NONE : new AdditionalProperties(read);
  }

  /** Writes the members as they were read, also those that are null. */
  public void write(JsonWriter out) throws IOException {
    if (members.isEmpty()) {
      return;
    }
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    try {
      for (Map.Entry<String, JsonElement> member : members.entrySet()) {
        SurrogatePairs.check(member.getValue(), "An additional property");
        out.name(SurrogatePairs.check(member.getKey(), "An additional property"));
        JsonElementAdapter.INSTANCE.write(out, member.getValue());
      }
    } finally {
      out.setSerializeNulls(serializeNulls);
    }
  }

  /** Returns the members; changes of their values change no model. */
  public Map<String, JsonElement> asMap() {
    if (members.isEmpty()) {
      return Map.of();
    }
    Map<String, JsonElement> copies = new LinkedHashMap<>();
    members.forEach((name, value) -> copies.put(name, value.deepCopy()));
    return Collections.unmodifiableMap(copies);
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AdditionalProperties that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Returns the names alone: values may be secrets. */
  @Override
  public String toString() {
    return members.keySet().toString();
  }
}
