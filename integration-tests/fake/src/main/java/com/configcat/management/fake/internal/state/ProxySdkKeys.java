package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SDK keys that a Proxy Profile covers: those that its rules include and do not exclude, or
 * without rules those that were selected.
 */
public record ProxySdkKeys(State state, JsonObject profile) {
  public JsonObject view() {
    Set<String> aliases = new HashSet<>();
    return Json.object("items", Json.array(covered().stream().map(key -> item(key, aliases))));
  }

  private List<JsonObject> covered() {
    return state.table(EntityType.SDK_KEY).where(this::isOfOrganization).stream()
        .filter(hasRules() ? this::isIncluded : this::isSelected)
        .toList();
  }

  public boolean hasRules() {
    return !ProxyProfiles.rules(profile).isEmpty();
  }

  private boolean isOfOrganization(JsonObject key) {
    return product(key).get("$organizationId").equals(profile.get("$organizationId"));
  }

  private boolean isSelected(JsonObject key) {
    return state.table(EntityType.PROXY_SDK_KEY).find(selectionId(key)).isPresent();
  }

  private String selectionId(JsonObject key) {
    return Json.text(profile, "proxyProfileId") + "/" + Json.text(key, "$id");
  }

  private boolean isIncluded(JsonObject key) {
    return matches(key, "include") && !matches(key, "exclude");
  }

  private boolean matches(JsonObject key, String kind) {
    return ProxyProfiles.rules(profile).stream()
        .filter(rule -> Json.text(rule, "kind").equals(kind))
        .anyMatch(
            rule ->
                matches(rule, "product", product(key))
                    && matches(rule, "config", config(key))
                    && matches(rule, "environment", environment(key)));
  }

  private static boolean matches(JsonObject rule, String what, JsonObject row) {
    String id = Json.textOrNull(rule, what + "IdFilter");
    return (id == null || id.equals(Json.text(row, what + "Id")))
        && matches(Json.textOrNull(rule, what + "NameMatchFilter"), Json.text(row, "name"));
  }

  /** Whether a name fits a pattern, in which a star stands for any text. */
  private static boolean matches(@Nullable String pattern, String name) {
    return pattern == null
        || Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.collectingAndThen(Collectors.joining(".*"), name::matches));
  }

  private JsonObject config(JsonObject key) {
    return state.table(EntityType.CONFIG).get(Json.text(key, "$configId"));
  }

  private JsonObject environment(JsonObject key) {
    return state.table(EntityType.ENVIRONMENT).get(Json.text(key, "$environmentId"));
  }

  private JsonObject product(JsonObject key) {
    return state.table(EntityType.PRODUCT).get(Json.text(config(key), "$productId"));
  }

  private JsonObject item(JsonObject key, Set<String> aliases) {
    return Json.object(
        "configId", key.get("$configId"),
        "environmentId", key.get("$environmentId"),
        "sdkId", alias(key, aliases),
        "primarySdkKey", key.get("primary"),
        "secondarySdkKey", key.get("secondary"));
  }

  /** Made of the names; a number tells apart what is named alike. */
  private String alias(JsonObject key, Set<String> aliases) {
    String alias = slug(product(key)) + "-" + slug(config(key)) + "-" + slug(environment(key));
    String unique = alias;
    for (int i = 2; !aliases.add(unique); i++) {
      unique = alias + "-" + i;
    }
    return unique;
  }

  private static String slug(JsonObject row) {
    return Json.text(row, "name").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Finds the SDK key of a Config and Environment of the profile's Organization. */
  public Optional<JsonObject> find(String configId, String environmentId) {
    return state
        .table(EntityType.SDK_KEY)
        .find(configId + "/" + environmentId)
        .filter(this::isOfOrganization);
  }

  public void select(JsonObject key) {
    state
        .table(EntityType.PROXY_SDK_KEY)
        .add(
            Json.object(
                "$id", selectionId(key),
                "$proxyProfileId", profile.get("proxyProfileId"),
                "$configId", key.get("$configId"),
                "$environmentId", key.get("$environmentId")));
  }

  public void deselect(JsonObject key) {
    Table selected = state.table(EntityType.PROXY_SDK_KEY);
    selected.find(selectionId(key)).ifPresent(selected::remove);
  }
}
