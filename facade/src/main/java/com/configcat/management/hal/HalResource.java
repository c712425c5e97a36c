package com.configcat.management.hal;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * A JSON+HAL resource: properties, links to other resources, and embedded resources.
 *
 * <p>Immutable and thread-safe. {@link #toString()} shows names but no values.
 */
public final class HalResource {
  private final HalContext context;
  private final HalNode node;

  HalResource(HalContext context, HalNode node) {
    this.context = context;
    this.node = node;
  }

  /**
   * Returns all properties of the resource, as the JSON received.
   *
   * @return a copy, without {@code _links} and {@code _embedded}
   */
  public JsonObject properties() {
    return node.properties();
  }

  /**
   * Returns the links to other resources.
   *
   * @return the links by relation, unchanged and in the order received
   */
  public Map<String, List<HalLink>> links() {
    return node.links();
  }

  /**
   * Returns the names of the embedded resources.
   *
   * @return the names, in the order received
   */
  public Set<String> embedded() {
    return node.embedded().keySet();
  }

  /**
   * Returns embedded resources. Sends nothing.
   *
   * @param name such as {@code product}
   * @return one resource, or each element of an array
   * @throws IllegalArgumentException if no embedded resource has that name; the message lists the
   *     available names
   */
  public HalResources embedded(String name) {
    Objects.requireNonNull(name, "name is null: give one such as product");
    List<HalNode> found = node.embedded().get(name);
    if (found == null) {
      throw unknown("embeds nothing called", name, embedded());
    }
    return new HalResources(context, found);
  }

  /**
   * Reads the targets of a relation, with one GET per link; most relations have one link.
   *
   * <p>A relative link is resolved against the URL from which this resource was read.
   *
   * @param relation such as {@code configs}
   * @return the targets in the order of the links: one resource, or each element of an array
   * @throws IllegalArgumentException if there is no such relation (the message lists the available
   *     ones), or if one of its links leads to another origin or is a template; nothing is sent in
   *     either case
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public HalResources follow(String relation) {
    Objects.requireNonNull(relation, "relation is null: give one such as self");
    List<HalLink> links = node.links().get(relation);
    if (links == null) {
      throw unknown("has no link called", relation, node.links().keySet());
    }
    List<HttpUrl> targets = links.stream().map(link -> target(relation, link)).toList();
    List<HalResource> read = new ArrayList<>();
    for (HttpUrl target : targets) {
      read.addAll(context.browser().get(target));
    }
    return new HalResources(context.operation() + ", followed to " + shown(relation) + ",", read);
  }

  /**
   * Decodes the resource into a model. Properties that the resource lacks are taken from embedded
   * resources of the same name.
   *
   * @param <T> the type of the model
   * @param type such as {@code ConfigModel.class}
   * @return the model
   * @throws com.configcat.management.error.DecodingException if the resource cannot be decoded as
   *     that type
   * @throws IllegalArgumentException if the type cannot be decoded from JSON
   */
  public <T> T as(Class<T> type) {
    return new ModelOfResource(context.operation()).decode(node, checkModel(type));
  }

  static <T> Class<T> checkModel(Class<T> type) {
    return Objects.requireNonNull(type, "type is null: give a model such as ConfigModel.class");
  }

  private HttpUrl target(String relation, HalLink link) {
    String what = "The link " + shown(relation) + " of " + context.operation();
    if (link.templated()) {
      throw new IllegalArgumentException(
          what + " is a template: fill it in, and read it with hal().get(path)");
    }
    return context.browser().sameOrigin(context.url().resolve(link.href().strip()), what);
  }

  private IllegalArgumentException unknown(String what, String name, Collection<String> names) {
    String known =
        names.isEmpty()
            ? "none (the service may not offer JSON+HAL here)"
            : names.stream().map(HalResource::shown).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "%s %s %s; available: %s".formatted(context.operation(), what, shown(name), known));
  }

  /** Quotes a name for a message, without control characters. */
  private static String shown(String name) {
    return "\"" + name.replaceAll("\\p{Cntrl}", "") + "\"";
  }

  /**
   * Returns the operation and the names of properties, links and embedded resources, but no values:
   * some are secret.
   */
  @Override
  public String toString() {
    return "HalResource[%s, properties %s, links %s, embedded %s]"
        .formatted(
            context.operation(),
            node.properties().keySet(),
            node.links().keySet(),
            node.embedded().keySet());
  }
}
