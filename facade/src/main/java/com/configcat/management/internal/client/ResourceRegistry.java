package com.configcat.management.internal.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Keeps the one instance of each resource of a client, made when it is first asked for. */
public final class ResourceRegistry {
  private final ResourceContext context;
  private final Map<Class<?>, Object> resources = new ConcurrentHashMap<>();

  public ResourceRegistry(ResourceContext context) {
    this.context = context;
  }

  public <R> R get(Class<R> type, Function<ResourceContext, R> constructor) {
    Object resource = resources.get(type);
    if (resource == null) {
      resource = constructor.apply(context);
      Object other = resources.putIfAbsent(type, resource);
      resource = other == null ? resource : other;
    }
    return type.cast(resource);
  }
}
