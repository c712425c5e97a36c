package com.configcat.management.internal.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Makes each resource of a client once. */
public final class ResourceRegistry {
  private final ResourceContext context;
  private final Map<Class<?>, Object> resources = new ConcurrentHashMap<>();

  public ResourceRegistry(ResourceContext context) {
    this.context = context;
  }

  public <R> R get(Class<R> type, Function<ResourceContext, R> constructor) {
    return type.cast(resources.computeIfAbsent(type, absent -> constructor.apply(context)));
  }
}
