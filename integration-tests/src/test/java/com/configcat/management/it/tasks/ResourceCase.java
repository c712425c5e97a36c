package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.CreateSegmentModel;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.RolloutRuleComparator;
import com.configcat.management.model.SettingType;
import com.configcat.management.resource.Ensurable;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;

/** What is ensured in tests: called like the place it is in, or as told, with {@link #NOTE}. */
enum ResourceCase {
  PRODUCT("products", "name", "description"),
  CONFIG("configs", "name", "description"),
  ENVIRONMENT("environments", "name", "description"),
  FLAG("settings", "key", "hint"),
  TAG("tags", "name", "color"),
  SEGMENT("segments", "name", "description");

  static final String NOTE = "as wanted";

  private final String table;
  private final String identity;
  private final String note;

  ResourceCase(String table, String identity, String note) {
    this.table = table;
    this.identity = identity;
    this.note = note;
  }

  /** A Product and a Config of its own for each run, in a fake that all share. */
  record Place(ConfigCatFake fake, String name, FakeProduct product, FakeConfig config) {
    static Place in(ConfigCatFake fake, String name) {
      FakeProduct product = fake.world().product("Product of " + name);
      product.environment("Production");
      return new Place(fake, name, product, product.v2Config("Config of " + name));
    }

    /** The same Product and Config, for another name. */
    Place named(String other) {
      return new Place(fake, other, product, config);
    }
  }

  Ensured<?> ensure(ConfigCatManagementClient client, Place place) {
    return resource(client).ensure(parent(place), wanted(place.name()));
  }

  EnsuredAll<?, ?> ensureAll(ConfigCatManagementClient client, Place place, List<String> names) {
    return resource(client).ensureAll(parent(place), names.stream().map(this::wanted).toList());
  }

  @SuppressWarnings("unchecked") // It is given what wanted() makes, which is what it takes.
  Ensurable<Object, ?> resource(ConfigCatManagementClient client) {
    return (Ensurable<Object, ?>)
        switch (this) {
          case PRODUCT -> client.products();
          case CONFIG -> client.configs();
          case ENVIRONMENT -> client.environments();
          case FLAG -> client.flags();
          case TAG -> client.tags();
          case SEGMENT -> client.segments();
        };
  }

  UUID parent(Place place) {
    return switch (this) {
      case PRODUCT -> place.fake().world().organizationId();
      case FLAG -> place.config().id();
      default -> place.product().id();
    };
  }

  Object wanted(String name) {
    return switch (this) {
      case PRODUCT -> CreateProductRequest.builder().name(name).description(NOTE).build();
      case CONFIG -> CreateConfigRequest.builder().name(name).description(NOTE).build();
      case ENVIRONMENT -> CreateEnvironmentModel.builder().name(name).description(NOTE).build();
      case FLAG ->
          CreateSettingInitialValues.builder()
              .key(name)
              .name(name)
              .hint(NOTE)
              .settingType(SettingType.BOOLEAN)
              .build();
      case TAG -> CreateTagModel.builder().name(name).color(NOTE).build();
      case SEGMENT ->
          CreateSegmentModel.builder()
              .name(name)
              .description(NOTE)
              .comparisonAttribute("Email")
              .comparator(RolloutRuleComparator.CONTAINS)
              .comparisonValue("@acme")
              .build();
    };
  }

  /** Makes one of that name without a note, as someone else would. */
  void makeAnother(Place place) {
    makeAnother(place, place.name());
  }

  void makeAnother(Place place, String name) {
    switch (this) {
      case PRODUCT -> place.fake().world().product(name);
      case CONFIG -> place.product().v1Config(name);
      case ENVIRONMENT -> place.product().environment(name);
      case FLAG -> place.config().flag(name);
      case TAG -> place.product().tag(name);
      case SEGMENT -> place.product().segment(name, "@acme");
    }
  }

  /** Makes what cannot be made as wanted: two of the name, or a flag of another type. */
  void makeUnfit(Place place) {
    if (this == FLAG) {
      place.config().setting(place.name(), "string");
    } else {
      makeAnother(place);
      makeAnother(place);
    }
  }

  /** Adds to the one of that name what the client does not know, and perhaps the note. */
  void plant(Place place, boolean asWanted) {
    place
        .fake()
        .change(
            state -> {
              JsonObject row = rows(state.tree(), place).get(0);
              row.add("fromTheFuture", Scene.json("{'mark':'kept'}"));
              if (asWanted) {
                note(row, NOTE);
              }
            });
  }

  /** All of that name that the fake keeps. */
  List<JsonObject> kept(Place place) {
    return rows(place.fake().snapshot(), place);
  }

  List<JsonObject> rows(JsonObject tree, Place place) {
    return rows(tree, place.name());
  }

  List<JsonObject> rows(JsonObject tree, String name) {
    return tree.getAsJsonObject(table).asMap().values().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(row -> name(row).equals(name))
        .toList();
  }

  String name(JsonObject row) {
    return row.get(identity).getAsString();
  }

  String note(JsonObject row) {
    return row.get(note).isJsonNull() ? "" : row.get(note).getAsString();
  }

  String id(JsonObject row) {
    return row.get(
            switch (this) {
              case PRODUCT -> "productId";
              case CONFIG -> "configId";
              case ENVIRONMENT -> "environmentId";
              case FLAG -> "settingId";
              case TAG -> "tagId";
              case SEGMENT -> "segmentId";
            })
        .getAsString();
  }

  /** Makes the note another. */
  void note(JsonObject row, String text) {
    row.addProperty(note, text);
  }

  /** The operation that lists them, by the end of its path. */
  boolean isListed(String path) {
    return path.endsWith("/" + table);
  }

  /**
   * Whether there can be two of a name.
   *
   * @param allowed whether names may repeat where the service refuses that
   */
  boolean mayRepeat(boolean allowed) {
    return switch (this) {
      case CONFIG, TAG -> true;
      case PRODUCT, ENVIRONMENT, SEGMENT -> allowed;
      case FLAG -> false;
    };
  }

  /** Whether the service keeps two of a name apart from each other by refusing the second. */
  boolean isUnique() {
    return this == FLAG;
  }
}
