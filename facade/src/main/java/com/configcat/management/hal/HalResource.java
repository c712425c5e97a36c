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
 * A resource as JSON+HAL tells it: properties, links to other resources, and resources that came
 * along.
 *
 * <p>Immutable, and safe for use by several threads. {@link #toString()} shows names and no values.
 */
public final class HalResource {
  private final HalContext context;
  private final HalNode node;

  HalResource(HalContext context, HalNode node) {
    this.context = context;
    this.node = node;
  }

  /**
   * Returns what the resource says of itself, everything, as the JSON that came.
   *
   * @return a copy, without {@code _links} and {@code _embedded}
   */
  public JsonObject properties() {
    return node.properties();
  }

  /**
   * Returns where one can go from here.
   *
   * @return the links of each relation, as the service wrote them, in its order
   */
  public Map<String, List<HalLink>> links() {
    return node.links();
  }

  /**
   * Returns the names of the resources that came along.
   *
   * @return the names, in the order of the answer
   */
  public Set<String> embedded() {
    return node.embedded().keySet();
  }

  /**
   * Returns resources that came along. Nothing is sent.
   *
   * @param name such as {@code product}
   * @return one resource, or each of a list
   * @throws IllegalArgumentException if nothing came along under that name; the message says which
   *     names there are
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
   * Reads what a relation leads to, with a GET for each link of it; mostly it has one.
   *
   * <p>A relative link is resolved against the URL that this resource was read from.
   *
   * @param relation such as {@code configs}
   * @return what the links lead to, in their order: one resource, or each of a list
   * @throws IllegalArgumentException if there is no such relation (the message says which there
   *     are), or if one of its links leads to another origin or is a template; nothing is sent then
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
   * Decodes the resource into a model. A property of the model that the resource does not have, but
   * that came along embedded, is taken from there.
   *
   * @param <T> the model's type
   * @param type such as {@code ConfigModel.class}
   * @return the model
   * @throws com.configcat.management.error.DecodingException if the resource cannot be read as that
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
        "%s %s %s: there is %s".formatted(context.operation(), what, shown(name), known));
  }

  /** What the service or a caller named, fit for a line of a log. */
  private static String shown(String name) {
    return "\"" + name.replaceAll("\\p{Cntrl}", "") + "\"";
  }

  /** Returns where it comes from and the names of what it has, but no values: some are secret. */
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
