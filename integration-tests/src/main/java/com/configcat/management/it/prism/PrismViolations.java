package com.configcat.management.it.prism;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Prism found wrong with a request or with its own answer.
 *
 * @param all what was found, in Prism's order
 */
public record PrismViolations(List<Violation> all) {
  /** The response header that carries them. */
  public static final String HEADER = "sl-violations";

  /**
   * One thing that does not fit the document.
   *
   * @param location where, from the outside in: {@code request}, {@code body}, {@code title}
   * @param severity how bad Prism thinks it is: {@code Error}, {@code Warning}, …
   * @param code the rule that was broken, for example {@code required}, or a status
   * @param message what is wrong, in words
   */
  public record Violation(List<String> location, String severity, String code, String message) {
    /**
     * Copies the location.
     *
     * @param location where
     * @param severity how bad
     * @param code the rule
     * @param message the words
     */
    public Violation {
      location = List.copyOf(location);
    }

    @Override
    public String toString() {
      return severity + " " + code + " at " + String.join(".", location) + ": " + message;
    }
  }

  /**
   * Copies the list.
   *
   * @param all what was found
   */
  public PrismViolations {
    all = List.copyOf(all);
  }

  /**
   * Reads the header of an answer.
   *
   * @param value the header {@value #HEADER}, null if the answer has none
   * @return what it names; nothing for null
   * @throws IllegalArgumentException if it is not what Prism writes
   */
  public static PrismViolations ofHeader(@Nullable String value) {
    List<Violation> found = new ArrayList<>();
    if (value != null) {
      try {
        for (JsonElement element : JsonParser.parseString(value).getAsJsonArray()) {
          found.add(violation(element.getAsJsonObject()));
        }
      } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
        throw new IllegalArgumentException("Not violations in Prism's format: " + value, e);
      }
    }
    return new PrismViolations(found);
  }

  /**
   * Says whether Prism found nothing wrong.
   *
   * @return true if there is none
   */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  private static Violation violation(JsonObject object) {
    JsonElement location = object.get("location");
    List<String> path = new ArrayList<>();
    if (location != null) {
      JsonArray steps = location.getAsJsonArray();
      steps.forEach(step -> path.add(step.getAsString()));
    }
    return new Violation(
        path, text(object, "severity"), text(object, "code"), text(object, "message"));
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
