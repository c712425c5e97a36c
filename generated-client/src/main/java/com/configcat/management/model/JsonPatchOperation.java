package com.configcat.management.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a JSON Patch (<a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>).
 *
 * <p>Paths are JSON Pointers (<a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>).
 * Values are anything that Gson writes: null, booleans, numbers, strings, models, {@link
 * SettingValue}s, lists, JSON elements. Immutable as far as its value is.
 */
public final class JsonPatchOperation {
  private final String op;
  private final String path;
  private final @Nullable String from;
  private final boolean hasValue;
  private final @Nullable Object value;

  private JsonPatchOperation(
      String op, String path, @Nullable String from, boolean hasValue, @Nullable Object value) {
    this.op = op;
    this.path = pointer(path, "path");
    this.from = from;
    this.hasValue = hasValue;
    this.value = value;
  }

  /**
   * Adds a member or an array element.
   *
   * @param path where; {@code /-} at the end appends to an array
   * @param value what, may be null
   * @return the operation
   * @throws IllegalArgumentException if the path is not a JSON Pointer to a part of the resource
   */
  public static JsonPatchOperation add(String path, @Nullable Object value) {
    return new JsonPatchOperation("add", path, null, true, value);
  }

  /**
   * Replaces what is there.
   *
   * @param path where
   * @param value the new value, may be null
   * @return the operation
   * @throws IllegalArgumentException if the path is not a JSON Pointer to a part of the resource
   */
  public static JsonPatchOperation replace(String path, @Nullable Object value) {
    return new JsonPatchOperation("replace", path, null, true, value);
  }

  /**
   * Refuses the whole patch unless this value is there.
   *
   * @param path where
   * @param value the value expected, may be null
   * @return the operation
   * @throws IllegalArgumentException if the path is not a JSON Pointer to a part of the resource
   */
  public static JsonPatchOperation test(String path, @Nullable Object value) {
    return new JsonPatchOperation("test", path, null, true, value);
  }

  /**
   * Removes what is there.
   *
   * @param path where
   * @return the operation
   * @throws IllegalArgumentException if the path is not a JSON Pointer to a part of the resource
   */
  public static JsonPatchOperation remove(String path) {
    return new JsonPatchOperation("remove", path, null, false, null);
  }

  /**
   * Moves a value to another place.
   *
   * @param from where it is
   * @param path where it goes
   * @return the operation
   * @throws IllegalArgumentException if one of them is not a JSON Pointer to a part of the resource
   */
  public static JsonPatchOperation move(String from, String path) {
    return new JsonPatchOperation("move", path, pointer(from, "from"), false, null);
  }

  /**
   * Copies a value to another place.
   *
   * @param from where it is
   * @param path where the copy goes
   * @return the operation
   * @throws IllegalArgumentException if one of them is not a JSON Pointer to a part of the resource
   */
  public static JsonPatchOperation copy(String from, String path) {
    return new JsonPatchOperation("copy", path, pointer(from, "from"), false, null);
  }

  /**
   * Returns the operation's name.
   *
   * @return {@code add}, {@code replace}, {@code test}, {@code remove}, {@code move} or {@code
   *     copy}
   */
  public String op() {
    return op;
  }

  /**
   * Returns the place the operation is about.
   *
   * @return a JSON Pointer
   */
  public String path() {
    return path;
  }

  /**
   * Returns where a moved or copied value comes from.
   *
   * @return a JSON Pointer, or null for other operations
   */
  public @Nullable String from() {
    return from;
  }

  /**
   * Says whether the operation carries a value, which may be null.
   *
   * @return true for add, replace and test
   */
  public boolean hasValue() {
    return hasValue;
  }

  /**
   * Returns the value it carries.
   *
   * @return the value; null as well when there is none
   */
  public @Nullable Object value() {
    return value;
  }

  private static String pointer(String pointer, String name) {
    Objects.requireNonNull(pointer, name + " is null: give a JSON Pointer such as /value");
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          name
              + " '"
              + pointer
              + "' is not a JSON Pointer to a part of the resource: start it with /");
    }
    return pointer;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPatchOperation that
        && op.equals(that.op)
        && path.equals(that.path)
        && Objects.equals(from, that.from)
        && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(op, path, from, value);
  }

  /** Returns operation and paths, without the value, which may be a secret. */
  @Override
  public String toString() {
    return op + " " + (from == null ? "" : from + " -> ") + path;
  }
}
