package com.configcat.management.internal.json;

import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two JSON documents.
 *
 * @param path a JSON Pointer, valid once all previous changes have been applied
 * @param shown the location, for people to read
 * @param before null if the member is absent; JSON null is not
 * @param after null if the member is removed; JSON null is not
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

  /** Returns the change as text for people to read. */
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
