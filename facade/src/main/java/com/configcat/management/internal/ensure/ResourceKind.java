package com.configcat.management.internal.ensure;

import com.configcat.management.core.Operation;

/** Kinds of resources that can be found by name or key. */
public enum ResourceKind {
  /** Products of all organizations. */
  PRODUCT("Product", "name", "productId", "/v1/products", true),
  /** Configs of a Product. */
  CONFIG("Config", "name", "configId", "/v1/products/{productId}/configs", false),
  /** Environments of a Product. */
  ENVIRONMENT(
      "Environment", "name", "environmentId", "/v1/products/{productId}/environments", true),
  /** Feature flags and settings of a Config. */
  FLAG("Feature Flag or Setting", "key", "settingId", "/v1/configs/{configId}/settings", true),
  /** Tags of a Product. */
  TAG("Tag", "name", "tagId", "/v1/products/{productId}/tags", false),
  /** Segments of a Product. */
  SEGMENT("Segment", "name", "segmentId", "/v1/products/{productId}/segments", true);

  private final String noun;
  private final String identity;
  private final String id;
  private final String path;
  private final boolean ignoresCase;

  ResourceKind(String noun, String identity, String id, String path, boolean ignoresCase) {
    this.noun = noun;
    this.identity = identity;
    this.id = id;
    this.path = path;
    this.ignoresCase = ignoresCase;
  }

  public String noun() {
    return noun;
  }

  /** Returns the property that identifies a resource to people: {@code name} or {@code key}. */
  public String identity() {
    return identity;
  }

  /** Returns the property that contains the id, such as {@code configId}. */
  public String id() {
    return id;
  }

  /**
   * Returns whether names or keys that differ only in letter case cannot be under one parent; false
   * where that is unknown.
   */
  boolean ignoresCase() {
    return ignoresCase;
  }

  public Operation list() {
    return new Operation("GET", path);
  }
}
