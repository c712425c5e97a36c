package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a fake has at the start, read from JSON.
 *
 * <pre>{@code
 * {"products": [{
 *   "name": "Shop",
 *   "environments": ["Production", {"name": "Test", "reasonRequired": true}],
 *   "tags": ["web"],
 *   "segments": [{"name": "Staff", "contains": "@example.com"}],
 *   "configs": [{
 *     "name": "Main", "evaluationVersion": "v2",
 *     "flags": [
 *       "newCheckout",
 *       {"key": "banner", "type": "string", "tags": ["web"],
 *        "values": {"Production": {"defaultValue": {"stringValue": "Sale!"}}}}
 *     ]}]}]}
 * }</pre>
 *
 * <p>A value has the members of the API's answers. Immutable.
 */
public final class Seed implements Consumer<World> {
  private static final String SHOP =
      """
      {"products": [{
        "name": "Shop",
        "environments": ["Production", "Test"],
        "tags": ["web"],
        "segments": [{"name": "Staff", "contains": "@example.com"}],
        "configs": [
          {"name": "Storefront", "evaluationVersion": "v1",
           "flags": ["enableMyAwesomeFeature",
                     {"key": "itemsPerPage", "type": "int",
                      "values": {"Production": {"value": 20}, "Test": {"value": 5}}}]},
          {"name": "Checkout", "evaluationVersion": "v2",
           "flags": [{"key": "newCheckout", "tags": ["web"]},
                     {"key": "banner", "type": "string",
                      "values": {"Production": {"defaultValue": {"stringValue": "Sale!"}},
                                 "Test": {"defaultValue": {"stringValue": "Hello"}}}},
                     {"key": "discount", "type": "double"}]}]}]}
      """;

  private final JsonObject json;

  private Seed(JsonObject json) {
    this.json = json;
  }

  /**
   * Returns a small world: a Product with two Environments, a Config of each evaluation version,
   * and a few flags.
   *
   * @return the seed
   */
  public static Seed shop() {
    return parse(SHOP);
  }

  /**
   * Reads a seed from a file.
   *
   * @param file JSON as above
   * @return the seed
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is not a seed
   */
  public static Seed read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /**
   * Reads a seed.
   *
   * @param json JSON as above
   * @return the seed
   * @throws IllegalArgumentException if it is not a seed; the message tells where
   */
  public static Seed parse(String json) {
    try {
      Seed seed = new Seed(JsonParser.parseString(json).getAsJsonObject());
      // Whatever is wrong is wrong now, not when a fake starts.
      seed.check();
      return seed;
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("The seed is not a JSON object: " + Json.reason(e), e);
    }
  }

  private void check() {
    new SeedPart("", json).products().forEach(SeedPart::checkProduct);
  }

  @Override
  public void accept(World world) {
    for (SeedPart product : new SeedPart("", json).products()) {
      fill(world.product(product.name()), product);
    }
  }

  private static void fill(FakeProduct product, SeedPart part) {
    Map<String, FakeEnvironment> environments = new LinkedHashMap<>();
    for (SeedPart each : part.parts("environments", "name")) {
      FakeEnvironment environment = product.environment(each.name());
      if (each.flag("reasonRequired")) {
        environment.reasonRequired();
      }
      if (each.flag("approveRequired")) {
        environment.approveRequired();
      }
      environments.put(each.name(), environment);
    }
    Map<String, Long> tags = new HashMap<>();
    part.parts("tags", "name").forEach(tag -> tags.put(tag.name(), product.tag(tag.name())));
    part.parts("segments", "name").forEach(s -> product.segment(s.name(), s.text("contains")));
    for (SeedPart each : part.parts("configs", "name")) {
      FakeConfig config =
          each.text("evaluationVersion", "v2").equals("v1")
              ? product.v1Config(each.name())
              : product.v2Config(each.name());
      for (SeedPart flag : each.parts("flags", "key")) {
        FakeFlag made = config.setting(flag.text("key"), flag.text("type", "boolean"));
        flag.parts("tags", "name").forEach(tag -> made.tag(known(tags, tag.name())));
        flag.values()
            .forEach((name, value) -> made.serve(known(environments, name), value.toString()));
      }
    }
  }

  /** Returns what {@link #check} has found to be there. */
  private static <T> T known(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }
}
