package com.configcat.management.internal.ensure;

import com.configcat.management.core.Operation;

/** The kinds of resources that are found by name or key. */
public enum ResourceKind {
  /** Products, of all Organizations. */
  PRODUCT("Product", "name", "productId", "/v1/products"),
  /** Configs of a Product. */
  CONFIG("Config", "name", "configId", "/v1/products/{productId}/configs"),
  /** Environments of a Product. */
  ENVIRONMENT("Environment", "name", "environmentId", "/v1/products/{productId}/environments"),
  /** Feature Flags and Settings of a Config. */
  FLAG("Feature Flag or Setting", "key", "settingId", "/v1/configs/{configId}/settings"),
  /** Tags of a Product. */
  TAG("Tag", "name", "tagId", "/v1/products/{productId}/tags"),
  /** Segments of a Product. */
  SEGMENT("Segment", "name", "segmentId", "/v1/products/{productId}/segments");

  private final String noun;
  private final String identity;
  private final String id;
  private final String path;

  ResourceKind(String noun, String identity, String id, String path) {
    this.noun = noun;
    this.identity = identity;
    this.id = id;
    this.path = path;
  }

  /**
   * Returns what people call one.
   *
   * @return such as {@code Config}
   */
  public String noun() {
    return noun;
  }

  /**
   * Returns the property that people know one by.
   *
   * @return {@code name} or {@code key}
   */
  public String identity() {
    return identity;
  }

  /**
   * Returns the property that the service knows one by.
   *
   * @return such as {@code configId}
   */
  public String id() {
    return id;
  }

  /**
   * Returns the operation that lists them.
   *
   * @return such as {@code GET /v1/products}
   */
  public Operation list() {
    return new Operation("GET", path);
  }
}
