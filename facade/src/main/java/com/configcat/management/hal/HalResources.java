package com.configcat.management.hal;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The resources of a response, a link relation or a name in {@code _embedded}: one or several.
 *
 * <p>HAL does not fix which, and it may change: this is therefore a list, with {@link #one()} for
 * where exactly one is expected. Immutable.
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
   * Returns the only resource.
   *
   * @return the resource
   * @throws IllegalStateException if there is not exactly one
   */
  public HalResource one() {
    if (size() != 1) {
      throw new IllegalStateException(
          "%s has %d resources, not one: iterate over them".formatted(origin, size()));
    }
    return get(0);
  }

  /**
   * Decodes each resource into a model.
   *
   * @param <T> the type of the model
   * @param type such as {@code ConfigModel.class}
   * @return one model per resource, in the same order
   * @throws com.configcat.management.error.DecodingException if one cannot be decoded as that type
   * @throws IllegalArgumentException if the type cannot be decoded from JSON
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
