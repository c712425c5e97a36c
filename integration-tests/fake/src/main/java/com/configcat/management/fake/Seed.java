package com.configcat.management.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
      throw new IllegalArgumentException("The seed is not a JSON object: " + e.getMessage(), e);
    }
  }

  private void check() {
    new Part("", json).products().forEach(Part::checkProduct);
  }

  @Override
  public void accept(World world) {
    for (Part product : new Part("", json).products()) {
      fill(world.product(product.name()), product);
    }
  }

  private static void fill(FakeProduct product, Part part) {
    Map<String, FakeEnvironment> environments = new LinkedHashMap<>();
    for (Part each : part.parts("environments", "name")) {
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
    for (Part each : part.parts("configs", "name")) {
      FakeConfig config =
          each.text("evaluationVersion", "v2").equals("v1")
              ? product.v1Config(each.name())
              : product.v2Config(each.name());
      for (Part flag : each.parts("flags", "key")) {
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

  /**
   * An object of the seed.
   *
   * @param place where it is, as a JSON path
   * @param json its members
   */
  private record Part(String place, JsonObject json) {
    private static final Set<String> TYPES = Set.of("boolean", "string", "int", "double");

    List<Part> products() {
      only("products");
      return parts("products", "name");
    }

    void checkProduct() {
      only("name", "environments", "tags", "segments", "configs");
      List<String> environments =
          parts("environments", "name").stream()
              .map(each -> each.only("name", "reasonRequired", "approveRequired").name())
              .toList();
      List<String> tags =
          parts("tags", "name").stream().map(each -> each.only("name").name()).toList();
      parts("segments", "name").forEach(each -> each.only("name", "contains").text("contains"));
      for (Part config : parts("configs", "name")) {
        config.only("name", "evaluationVersion", "flags");
        config.one("evaluationVersion", Set.of("v1", "v2"));
        for (Part flag : config.parts("flags", "key")) {
          flag.only("key", "type", "tags", "values");
          flag.one("type", TYPES);
          flag.parts("tags", "name").forEach(tag -> tag.known(tags, tag.name(), "tag"));
          flag.values().keySet().forEach(name -> flag.known(environments, name, "environment"));
        }
      }
    }

    /** Elements that are objects, or texts that stand for an object with one member. */
    List<Part> parts(String name, String member) {
      JsonElement all = json.get(name);
      if (all == null) {
        return List.of();
      }
      if (!(all instanceof JsonArray array)) {
        throw wrong(name, "is no array");
      }
      return IntStream.range(0, array.size())
          .mapToObj(i -> part(place + "/" + name + "/" + i, array.get(i), member))
          .toList();
    }

    private static Part part(String place, JsonElement element, String member) {
      Part part;
      if (element instanceof JsonObject object) {
        part = new Part(place, object);
      } else {
        JsonObject object = new JsonObject();
        object.add(member, element);
        part = new Part(place, object);
      }
      part.text(member);
      return part;
    }

    String name() {
      return text("name");
    }

    String text(String name) {
      JsonElement value = json.get(name);
      if (value == null
          || !value.isJsonPrimitive()
          || !value.getAsJsonPrimitive().isString()
          || value.getAsString().isEmpty()) {
        throw wrong(name, "has to be a text");
      }
      return value.getAsString();
    }

    String text(String name, String otherwise) {
      return json.has(name) ? text(name) : otherwise;
    }

    boolean flag(String name) {
      return json.has(name) && json.get(name).getAsBoolean();
    }

    Map<String, JsonElement> values() {
      JsonElement values = json.get("values");
      if (values == null) {
        return Map.of();
      }
      if (!(values instanceof JsonObject object)) {
        throw wrong("values", "is no object");
      }
      object
          .asMap()
          .forEach(
              (name, value) -> {
                if (!value.isJsonObject()) {
                  throw wrong("values/" + name, "is no object");
                }
              });
      return object.asMap();
    }

    Part only(String... members) {
      for (String name : json.keySet()) {
        if (!List.of(members).contains(name)) {
          throw wrong(name, "is unknown here; known are " + String.join(", ", members));
        }
      }
      return this;
    }

    void one(String name, Set<String> choices) {
      if (json.has(name) && !choices.contains(text(name))) {
        throw wrong(name, "has to be one of " + String.join(", ", new TreeSet<>(choices)));
      }
    }

    void known(List<String> names, String name, String what) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "The seed names at "
                + place
                + " the "
                + what
                + " '"
                + name
                + "', which it does not have");
      }
    }

    private IllegalArgumentException wrong(String name, String why) {
      return new IllegalArgumentException("In the seed, " + place + "/" + name + " " + why);
    }
  }
}
