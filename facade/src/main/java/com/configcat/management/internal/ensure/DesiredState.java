package com.configcat.management.internal.ensure;

import com.configcat.management.codec.ManagementGson;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The desired state of a resource, as the body of a create request.
 *
 * @param identity the name or key
 */
record DesiredState(String identity, JsonObject body) {
  private static final Gson GSON = ManagementGson.create();

  /**
   * Converts a model.
   *
   * @throws IllegalArgumentException if the name or key is missing, or could not be found again, or
   *     the service would refuse the rest
   */
  static DesiredState of(ResourceKind kind, Object model) {
    JsonObject body = JsonParser.parseString(GSON.toJson(model)).getAsJsonObject();
    JsonElement identity = body.get(kind.identity());
    if (identity == null) {
      throw new IllegalArgumentException(
          "The wanted %s has no %s: set one".formatted(kind.noun(), kind.identity()));
    }
    String text = identity.getAsString();
    if (text.isBlank()
        || !text.equals(text.strip())
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The %s of the wanted %s is blank, begins or ends with a space, or contains control"
                  .formatted(kind.identity(), kind.noun())
              + " characters: give one that can be found again");
    }
    if (kind == ResourceKind.FLAG) {
      SettingRules.check(body);
    }
    return new DesiredState(text, body);
  }

  /**
   * Converts models of different resources.
   *
   * @throws IllegalArgumentException as {@link #of} does, or if two have the same identity as far
   *     as the service is concerned
   */
  static List<DesiredState> all(ResourceKind kind, List<?> models) {
    List<DesiredState> all = new ArrayList<>();
    Map<String, String> identities =
        new TreeMap<>(
            kind.ignoresCase() ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder());
    for (Object model : models) {
      DesiredState wanted = nth(kind, model, all.size() + 1, models.size());
      @Nullable String other = identities.put(wanted.identity, wanted.identity);
      if (other != null) {
        throw new IllegalArgumentException(
            "Two of the wanted have the %s '%s'%s: give each %s once"
                .formatted(
                    kind.identity(),
                    Finder.shown(wanted.identity),
                    other.equals(wanted.identity)
                        ? ""
                        : ", but for the letter case ('%s')".formatted(Finder.shown(other)),
                    kind.noun()));
      }
      all.add(wanted);
    }
    return all;
  }

  private static DesiredState nth(ResourceKind kind, Object model, int number, int total) {
    try {
      return of(kind, model);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s (number %d of %d)".formatted(e.getMessage(), number, total), e);
    }
  }
}
