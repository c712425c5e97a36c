package com.configcat.management.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Members without which a response is of no use, as JSON paths. A path that ends in a name leads to
 * a text, a number or a boolean.
 *
 * <p>A step {@code [*]} stands for each element of a list, {@code name?} for a member that may be
 * null or missing, and {@code *} for any member: one of them has to be there.
 */
public final class RequiredMembers {
  private static final String ANY = "*";
  private static final String EACH = "[*]";

  private final List<List<String>> paths = new ArrayList<>();

  private RequiredMembers() {}

  /** Parses paths such as {@code $[*].name} and {@code $.defaultValue.*}. */
  public static RequiredMembers of(String... paths) {
    RequiredMembers members = new RequiredMembers();
    for (String path : paths) {
      members.paths.add(
          List.of(path.substring(1).replace(EACH, "." + EACH).substring(1).split("\\.", -1)));
    }
    return members;
  }

  /**
   * Returns the path of the first member that is null, missing, or not of the kind it should be.
   */
  public Optional<String> missingIn(JsonElement response) {
    return paths.stream()
        .flatMap(steps -> Optional.ofNullable(missing(response, steps, "$")).stream())
        .findFirst();
  }

  private static @Nullable String missing(
      @Nullable JsonElement element, List<String> steps, String path) {
    if (element == null || element.isJsonNull()) {
      return path;
    }
    if (steps.isEmpty()) {
      return element.isJsonPrimitive() ? null : path;
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (step.equals(EACH)) {
      return element instanceof JsonArray array ? missingInEach(array, rest, path) : path;
    }
    if (!(element instanceof JsonObject object)) {
      return path;
    }
    if (step.equals(ANY)) {
      boolean empty = object.entrySet().stream().allMatch(each -> each.getValue().isJsonNull());
      return empty ? path : null;
    }
    String name = step.replace("?", "");
    @Nullable JsonElement member = object.get(name);
    boolean isOptional = !name.equals(step) && (member == null || member.isJsonNull());
    return isOptional ? null : missing(member, rest, path + "." + name);
  }

  private static @Nullable String missingInEach(JsonArray array, List<String> steps, String path) {
    if (steps.isEmpty()) {
      return null; // The list itself has to be there; the decoder refuses null elements.
    }
    for (int i = 0; i < array.size(); i++) {
      @Nullable String missing = missing(array.get(i), steps, path + "[" + i + "]");
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }
}
