package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes and changes the predefined variations of Settings, and finds where they are used. */
public final class SettingVariations {
  private static final String FIELD = "PredefinedVariations";
  private static final String ID = "predefinedVariationId";

  private final State state;

  public SettingVariations(State state) {
    this.state = state;
  }

  /**
   * Makes those of a new Setting.
   *
   * @param setting whose type counts
   * @throws Refusal if two are the same, or one does not fit
   */
  JsonArray make(JsonObject setting, List<JsonObject> given) {
    JsonArray variations =
        Json.array(given.stream().map(each -> variation(setting, state.newUuid(), each)));
    check(variations);
    return variations;
  }

  /** Copies those of another Setting, with ids of their own, and makes values name the copies. */
  JsonArray copy(JsonObject source, List<JsonObject> values) {
    Map<String, String> ids = new HashMap<>();
    JsonArray copies = new JsonArray();
    for (JsonObject original : Json.objects(source, "predefinedVariations")) {
      JsonObject copy = original.deepCopy();
      copy.addProperty(ID, state.newUuid());
      ids.put(Json.text(original, ID), Json.text(copy, ID));
      copies.add(copy);
    }
    values.forEach(value -> rename(value, ids));
    return copies;
  }

  private static void rename(JsonElement element, Map<String, String> ids) {
    if (element instanceof JsonArray array) {
      array.forEach(each -> rename(each, ids));
    } else if (element instanceof JsonObject object) {
      String next = Json.has(object, ID) ? ids.get(Json.text(object, ID)) : null;
      if (next != null) {
        object.addProperty(ID, next);
      }
      object.asMap().values().forEach(each -> rename(each, ids));
    }
  }

  /**
   * Replaces those of a Setting.
   *
   * @throws Refusal if two are the same, one does not fit, or one in use would have another value
   *     or none
   */
  public void replace(JsonObject setting, List<JsonObject> given) {
    Map<String, JsonObject> left = new HashMap<>();
    Json.objects(setting, "predefinedVariations")
        .forEach(each -> left.put(Json.text(each, ID), each));
    if (left.isEmpty()) {
      throw Refusal.because("The setting serves free values, not predefined variations.");
    }
    JsonArray next = new JsonArray();
    for (JsonObject each : given) {
      JsonObject old = null;
      if (Json.has(each, ID)) {
        old = left.remove(Json.text(each, ID));
        if (old == null) {
          throw Refusal.field("PredefinedVariationId", "Could not find Variation.");
        }
      }
      JsonObject variation =
          variation(setting, old == null ? state.newUuid() : Json.text(old, ID), each);
      if (old != null && !old.get("value").equals(variation.get("value"))) {
        requireUnused(old);
      }
      next.add(variation);
    }
    left.values().forEach(this::requireUnused);
    check(next);
    setting.add("predefinedVariations", next);
  }

  private void requireUnused(JsonObject variation) {
    String id = Json.text(variation, ID);
    if (!usages(id).isEmpty() || !changeRequestUsages(id).isEmpty()) {
      throw Refusal.field(FIELD, "The value of a variation in use cannot be changed or removed.");
    }
  }

  private static JsonObject variation(JsonObject setting, String id, JsonObject given) {
    JsonObject value = given.getAsJsonObject("value");
    ValueTypes.checkModel(setting, value, FIELD);
    return Json.object(
        ID,
        id,
        "name",
        Json.textOrNull(given, "name"),
        "hint",
        Json.textOrNull(given, "hint"),
        "value",
        ValueTypes.plain(value));
  }

  private static void check(JsonArray variations) {
    if (variations.size() > ServiceLimits.PREDEFINED_VARIATIONS) {
      throw Refusal.field(
          FIELD, "There are more than " + ServiceLimits.PREDEFINED_VARIATIONS + " variations.");
    }
    Set<JsonElement> values = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (JsonElement element : variations) {
      JsonObject variation = element.getAsJsonObject();
      if (!values.add(variation.get("value"))) {
        throw Refusal.field(FIELD, "The values of the variations have to be unique.");
      }
      if (Json.has(variation, "name") && !names.add(Json.text(variation, "name"))) {
        throw Refusal.field(FIELD, "The names of the variations have to be unique.");
      }
    }
  }

  /** The values that serve a variation or compare a prerequisite with it. */
  public List<JsonObject> usages(String variationId) {
    return state.table(EntityType.VALUE).where(row -> References.names(row, ID, variationId));
  }

  /** A proposal and the open change request that makes it. */
  public record ProposedUsage(JsonObject request, JsonObject proposal) {}

  /** The proposals of open change requests that name a variation. */
  public List<ProposedUsage> changeRequestUsages(String variationId) {
    return state.table(EntityType.CHANGE_REQUEST).where(ChangeRequestViews::isOpen).stream()
        .flatMap(
            request ->
                ChangeRequestViews.proposals(request).stream()
                    .filter(each -> References.names(each.get("proposed"), ID, variationId))
                    .map(each -> new ProposedUsage(request, each)))
        .toList();
  }

  /** The name of a variation of whatever Setting, null if it has none or is gone. */
  static @Nullable String name(State state, String variationId) {
    JsonObject variation =
        state.table(EntityType.SETTING).all().stream()
            .flatMap(setting -> Json.objects(setting, "predefinedVariations").stream())
            .filter(each -> Json.text(each, ID).equals(variationId))
            .findFirst()
            .orElse(null);
    return variation == null ? null : Json.textOrNull(variation, "name");
  }

  /** The variation that has a value in the V1 format, null if there is none. */
  static @Nullable JsonObject withValue(JsonObject setting, JsonElement value) {
    String member = ValueTypes.member(setting);
    return Json.objects(setting, "predefinedVariations").stream()
        .filter(variation -> variation.getAsJsonObject("value").get(member).equals(value))
        .findFirst()
        .orElse(null);
  }
}
