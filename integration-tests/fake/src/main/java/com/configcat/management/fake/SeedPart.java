package com.configcat.management.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An object of the seed.
 *
 * @param place where it is, as a JSON path
 * @param json its members
 */
record SeedPart(String place, JsonObject json) {
  private static final Set<String> TYPES = Set.of("boolean", "string", "int", "double");

  List<SeedPart> products() {
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
    for (SeedPart config : parts("configs", "name")) {
      config.only("name", "evaluationVersion", "flags");
      config.one("evaluationVersion", Set.of("v1", "v2"));
      for (SeedPart flag : config.parts("flags", "key")) {
        flag.only("key", "type", "tags", "values");
        flag.one("type", TYPES);
        flag.parts("tags", "name").forEach(tag -> tag.known(tags, tag.name(), "tag"));
        flag.values().keySet().forEach(name -> flag.known(environments, name, "environment"));
      }
    }
  }

  /** Elements that are objects, or texts that stand for an object with one member. */
  List<SeedPart> parts(String name, String member) {
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

  private static SeedPart part(String place, JsonElement element, String member) {
    SeedPart part;
    if (element instanceof JsonObject object) {
      part = new SeedPart(place, object);
    } else {
      JsonObject object = new JsonObject();
      object.add(member, element);
      part = new SeedPart(place, object);
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

  SeedPart only(String... members) {
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
