package com.configcat.management.internal.json;

import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two pieces of JSON.
 *
 * @param path where it is when all changes before this one have been made, as a JSON Pointer
 * @param shown where it is, for people
 * @param before null if there was nothing, not even a null
 * @param after null if there is nothing left, not even a null
 */
public record JsonChange(
    String path, String shown, @Nullable JsonElement before, @Nullable JsonElement after) {
  private static final int LONGEST = 300;

  JsonPatchOperation operation() {
    if (before == null) {
      return JsonPatchOperation.add(path, after);
    }
    return after == null || after.isJsonNull()
        ? JsonPatchOperation.remove(path)
        : JsonPatchOperation.replace(path, after);
  }

  /** Returns what changes, for people. */
  @Override
  public String toString() {
    if (before == null || JsonValues.isNothing(before)) {
      return shown + " added: " + words(after);
    }
    if (after == null || JsonValues.isNothing(after)) {
      return shown + " removed: " + words(before);
    }
    return shown + ": " + words(before) + " -> " + words(after);
  }

  private static String words(@Nullable JsonElement element) {
    String text = element == null ? "nothing" : JsonValues.pruned(element).toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
