package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.Ensured;
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
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;

/** What is ensured in tests: one called like the place it is in, whose note says {@link #NOTE}. */
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
  }

  Ensured<?> ensure(ConfigCatManagementClient client, Place place) {
    String name = place.name();
    UUID productId = place.product().id();
    return switch (this) {
      case PRODUCT ->
          client
              .products()
              .ensure(
                  place.fake().world().organizationId(),
                  CreateProductRequest.builder().name(name).description(NOTE).build());
      case CONFIG ->
          client
              .configs()
              .ensure(
                  productId, CreateConfigRequest.builder().name(name).description(NOTE).build());
      case ENVIRONMENT ->
          client
              .environments()
              .ensure(
                  productId, CreateEnvironmentModel.builder().name(name).description(NOTE).build());
      case FLAG ->
          client
              .flags()
              .ensure(
                  place.config().id(),
                  CreateSettingInitialValues.builder()
                      .key(name)
                      .name(name)
                      .hint(NOTE)
                      .settingType(SettingType.BOOLEAN)
                      .build());
      case TAG ->
          client.tags().ensure(productId, CreateTagModel.builder().name(name).color(NOTE).build());
      case SEGMENT ->
          client
              .segments()
              .ensure(
                  productId,
                  CreateSegmentModel.builder()
                      .name(name)
                      .description(NOTE)
                      .comparisonAttribute("Email")
                      .comparator(RolloutRuleComparator.CONTAINS)
                      .comparisonValue("@acme")
                      .build());
    };
  }

  /** Makes one of that name without a note, as someone else would. */
  void makeAnother(Place place) {
    switch (this) {
      case PRODUCT -> place.fake().world().product(place.name());
      case CONFIG -> place.product().v1Config(place.name());
      case ENVIRONMENT -> place.product().environment(place.name());
      case FLAG -> place.config().flag(place.name());
      case TAG -> place.product().tag(place.name());
      case SEGMENT -> place.product().segment(place.name(), "@acme");
    }
  }

  /** All of that name that the fake keeps. */
  List<JsonObject> kept(Place place) {
    return rows(place.fake().snapshot(), place);
  }

  List<JsonObject> rows(JsonObject tree, Place place) {
    return tree.getAsJsonObject(table).asMap().values().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(row -> row.get(identity).getAsString().equals(place.name()))
        .toList();
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
