package com.configcat.management.hal;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * What an answer, a relation or a name in {@code _embedded} stands for: one resource or several.
 *
 * <p>HAL leaves open which, and it may change; so this is a list, and {@link #one()} is for where
 * there is one. Immutable.
 */
public final class HalResources extends AbstractList<HalResource> implements RandomAccess {
  private final String origin;
  private final List<HalResource> resources;

  HalResources(HalContext context, List<HalNode> nodes) {
    this(
        context.operation().toString(),
        nodes.stream().map(node -> new HalResource(context, node)).toList());
  }

  HalResources(String origin, List<HalResource> resources) {
    this.origin = origin;
    this.resources = List.copyOf(resources);
  }

  /**
   * Returns the resource, where there is one.
   *
   * @return the only resource
   * @throws IllegalStateException if there is none, or more than one
   */
  public HalResource one() {
    if (size() != 1) {
      throw new IllegalStateException(
          "%s has %d resources, not one: go through them".formatted(origin, size()));
    }
    return get(0);
  }

  /**
   * Decodes each resource into a model.
   *
   * @param <T> the model's type
   * @param type such as {@code ConfigModel.class}
   * @return a model for each, in the same order
   * @throws com.configcat.management.error.DecodingException if one cannot be read as that
   * @see HalResource#as
   */
  public <T> List<T> as(Class<T> type) {
    HalResource.checkModel(type);
    return resources.stream().map(resource -> resource.as(type)).toList();
  }

  @Override
  public HalResource get(int index) {
    return resources.get(index);
  }

  @Override
  public int size() {
    return resources.size();
  }
}
