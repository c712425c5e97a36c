package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and changes Proxy Profiles. */
public final class ProxyProfiles {
  private static final int USUAL_POLL_INTERVAL = 60;
  private static final Map<String, EntityType> FILTERS =
      Map.of(
          "productIdFilter", EntityType.PRODUCT,
          "configIdFilter", EntityType.CONFIG,
          "environmentIdFilter", EntityType.ENVIRONMENT);

  private final State state;
  private final Shape shape;

  public ProxyProfiles(State state, Document document) {
    this.state = state;
    this.shape = new Shape(document, "CreateOrUpdateProxyProfileRequest", "ProxyProfileModel");
  }

  public JsonObject make(String organizationId, JsonObject body) {
    JsonObject profile =
        Json.object(
            "proxyProfileId",
            state.newUuid(),
            "$organizationId",
            organizationId,
            "lastAccessedAt",
            null);
    store(profile, shape.changeable(body));
    return state.table(EntityType.PROXY_PROFILE).add(profile);
  }

  /** Replaces all that callers may change; what the body leaves out is reset. */
  public void replace(JsonObject profile, JsonObject body) {
    store(profile, shape.changeable(body));
  }

  /**
   * Applies JSON Patch.
   *
   * @throws Refusal if an operation fails or what comes out does not fit
   */
  public void patch(JsonObject profile, JsonArray operations) {
    store(profile, shape.patched(profile, operations));
  }

  private void store(JsonObject profile, JsonObject content) {
    JsonObject next = shape.completed(content);
    complete(next);
    checkFilters(profile, next);
    shape.store(profile, next);
    if (notification(profile) == null) {
      profile.remove("$signingKey1");
    } else if (!profile.has("$signingKey1")) {
      profile.addProperty("$signingKey1", "configcat_whsk_" + state.newToken());
    }
  }

  private static void complete(JsonObject content) {
    if (!Json.has(content, "connectionPreferences")) {
      content.add("connectionPreferences", Json.object("webhookNotification", null));
    }
    JsonObject preferences = content.getAsJsonObject("connectionPreferences");
    if (!Json.has(preferences, "sdkPollInterval")) {
      preferences.addProperty("sdkPollInterval", USUAL_POLL_INTERVAL);
    }
    JsonObject notification = notification(content);
    if (notification != null) {
      notification.keySet().removeAll(List.of("signingKey1", "signingKey2"));
    }
    for (JsonObject rule : rules(content)) {
      if (!Json.has(rule, "kind")) {
        rule.addProperty("kind", "include");
      }
    }
  }

  /** Checks the ids that a profile's rules did not have before; those may be gone meanwhile. */
  private void checkFilters(JsonObject profile, JsonObject next) {
    List<JsonObject> rules = rules(next);
    for (int i = 0; i < rules.size(); i++) {
      for (Map.Entry<String, EntityType> filter : FILTERS.entrySet()) {
        String name = filter.getKey();
        String id = Json.textOrNull(rules.get(i), name);
        if (id != null
            && rules(profile).stream().noneMatch(rule -> References.names(rule, name, id))
            && !isOfOrganization(filter.getValue(), id, profile)) {
          String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
          throw Refusal.field(
              "SdkKeySelectionRules[" + i + "]." + member, "Nothing has the id " + id + ".");
        }
      }
    }
  }

  public static List<JsonObject> rules(JsonObject profile) {
    return Json.objects(profile, "sdkKeySelectionRules");
  }

  private static @Nullable JsonObject notification(JsonObject profile) {
    return profile.getAsJsonObject("connectionPreferences").get("webhookNotification")
            instanceof JsonObject notification
        ? notification
        : null;
  }

  /** Returns a profile as it is served, with its signing keys. */
  public static JsonObject view(JsonObject profile) {
    JsonObject view = Views.open(profile);
    JsonObject notification = notification(view);
    if (notification != null) {
      notification.add("signingKey1", profile.get("$signingKey1"));
      notification.add("signingKey2", JsonNull.INSTANCE);
    }
    return view;
  }

  private boolean isOfOrganization(EntityType type, String id, JsonObject profile) {
    return state
        .table(type)
        .find(id)
        .map(row -> row.has("$productId") ? Json.text(row, "$productId") : id)
        .flatMap(product -> state.table(EntityType.PRODUCT).find(product))
        .filter(product -> product.get("$organizationId").equals(profile.get("$organizationId")))
        .isPresent();
  }
}
