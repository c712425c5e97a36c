package com.configcat.management.internal.ensure;

import com.configcat.management.codec.ManagementGson;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

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
}
