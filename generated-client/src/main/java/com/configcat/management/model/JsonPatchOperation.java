package com.configcat.management.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a JSON Patch (<a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>).
 *
 * <p>Paths are JSON Pointers (<a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>).
 * Values are anything that Gson can write: null, booleans, numbers, strings, models, {@link
 * SettingValue}s, lists, JSON elements. Immutable if its value is.
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
   * Creates an operation that adds an object member or an array element.
   *
   * @param path the location to add; ends in {@code /-} to append to an array
   * @param value the value to add; may be null
   * @return the operation
   * @throws IllegalArgumentException if the path does not start with {@code /}
   */
  public static JsonPatchOperation add(String path, @Nullable Object value) {
    return new JsonPatchOperation("add", path, null, true, value);
  }

  /**
   * Creates an operation that replaces a value.
   *
   * @param path the location of the value
   * @param value the new value; may be null
   * @return the operation
   * @throws IllegalArgumentException if the path does not start with {@code /}
   */
  public static JsonPatchOperation replace(String path, @Nullable Object value) {
    return new JsonPatchOperation("replace", path, null, true, value);
  }

  /**
   * Creates an operation that makes the entire patch fail unless a location has the expected value.
   *
   * @param path the location to test
   * @param value the expected value; may be null
   * @return the operation
   * @throws IllegalArgumentException if the path does not start with {@code /}
   */
  public static JsonPatchOperation test(String path, @Nullable Object value) {
    return new JsonPatchOperation("test", path, null, true, value);
  }

  /**
   * Creates an operation that removes a value.
   *
   * @param path the location of the value
   * @return the operation
   * @throws IllegalArgumentException if the path does not start with {@code /}
   */
  public static JsonPatchOperation remove(String path) {
    return new JsonPatchOperation("remove", path, null, false, null);
  }

  /**
   * Creates an operation that moves a value.
   *
   * @param from the location to move from
   * @param path the location to move to
   * @return the operation
   * @throws IllegalArgumentException if either does not start with {@code /}
   */
  public static JsonPatchOperation move(String from, String path) {
    return new JsonPatchOperation("move", path, pointer(from, "from"), false, null);
  }

  /**
   * Creates an operation that copies a value.
   *
   * @param from the location to copy from
   * @param path the location to copy to
   * @return the operation
   * @throws IllegalArgumentException if either does not start with {@code /}
   */
  public static JsonPatchOperation copy(String from, String path) {
    return new JsonPatchOperation("copy", path, pointer(from, "from"), false, null);
  }

  /**
   * Returns the name of the operation.
   *
   * @return {@code add}, {@code replace}, {@code test}, {@code remove}, {@code move} or {@code
   *     copy}
   */
  public String op() {
    return op;
  }

  /**
   * Returns the target location.
   *
   * @return a JSON Pointer
   */
  public String path() {
    return path;
  }

  /**
   * Returns the location that a value is moved or copied from.
   *
   * @return a JSON Pointer; null for other operations
   */
  public @Nullable String from() {
    return from;
  }

  /**
   * Returns whether the operation has a value, which may be null.
   *
   * @return true for add, replace and test
   */
  public boolean hasValue() {
    return hasValue;
  }

  /**
   * Returns the value.
   *
   * @return the value; null if it is null or the operation has none
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

  /** Returns the operation and its paths, without the value, which may be a secret. */
  @Override
  public String toString() {
    return op + " " + (from == null ? "" : from + " -> ") + path;
  }
}
