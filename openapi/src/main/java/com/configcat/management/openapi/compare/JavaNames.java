package com.configcat.management.openapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Writes members as a user of the client writes them, with the names that the generator makes. */
public final class JavaNames {
  /** Words that the generator escapes although Java does not ask for it. */
  private static final Set<String> ESCAPED = Set.of("configuration", "list", "object");

  private static final Map<String, String> PARAMETERS = Map.of("X-CONFIGCAT-SDKKEY", "sdkKey");

  /** The client's methods that lead to a resource, by resource. */
  private final Map<String, String> accessors;

  public JavaNames(Map<String, String> accessors) {
    this.accessors = accessors;
  }

  /** Returns {@code configcat.flags()}, or how a resource is reached that has no such method. */
  public String resource(String resource) {
    String accessor = accessors.get(resource);
    return accessor == null
        ? "configcat.operations(" + resource + "Operations.class)"
        : "configcat." + accessor + "()";
  }

  /** Returns the method of the client that leads to a resource, if there is one. */
  Optional<String> accessor(String resource) {
    return Optional.ofNullable(accessors.get(resource))
        .map(accessor -> "ConfigCatManagementClient." + accessor);
  }

  /** Returns {@code configcat.flags().list(configId)}. */
  String call(ComparedOperation operation) {
    return call(operation, "");
  }

  /** Returns a call that sets an option. */
  String callWith(ComparedOperation operation, String option, String value) {
    return call(operation, options(operation) + ".builder()." + option + "(" + value + ").build()");
  }

  private String call(ComparedOperation operation, String last) {
    Stream<String> required =
        operation.required().stream().map(p -> variable(p.path("name").asText()));
    JsonNode body = operation.body();
    Stream<String> sent = body == null ? Stream.of() : Stream.of(body(body));
    return method(operation)
        + Stream.of(required, sent, Stream.of(last).filter(text -> !text.isEmpty()))
            .flatMap(arguments -> arguments)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Returns {@code configcat.flags().list}. */
  String method(ComparedOperation operation) {
    return resource(operation.resource()) + "." + operation.method();
  }

  /** Returns {@code GetProductsOptions}. */
  String options(ComparedOperation operation) {
    return capitalized(operation.javaId()) + "Options";
  }

  private static String body(JsonNode schema) {
    JsonNode model = schema.has("items") ? schema.get("items") : schema;
    return model.has("$ref")
        ? variable(JavaTypes.model(model.get("$ref").asText().replaceFirst(".*/", "")))
        : "body";
  }

  /** Returns what the generator makes of the name of a parameter or property. */
  static String variable(String name) {
    String known = PARAMETERS.get(name);
    if (known != null) {
      return known;
    }
    String clean = name.replaceAll("[^A-Za-z0-9_$]+", "_");
    if (clean.matches("[A-Z0-9_]*")) {
      return clean.isEmpty() || Character.isDigit(clean.charAt(0)) ? "_" + clean : clean;
    }
    if (clean.matches("[A-Z]{2}.*")) {
      clean = clean.substring(0, 2).toLowerCase(Locale.ROOT) + clean.substring(2);
    }
    String camel = camelCase(clean);
    return SourceVersion.isName(camel) && !ESCAPED.contains(camel) ? camel : "_" + camel;
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_+", -1)) {
      camel.append(camel.isEmpty() && !word.isEmpty() ? decapitalized(word) : capitalized(word));
    }
    return camel.toString();
  }

  /** Returns {@code ProductModel.getName()}. */
  static String getter(String model, String property) {
    String name = variable(property);
    // The Beans specification leaves names alone that begin with one small letter.
    boolean kept = name.matches("[a-z][A-Z].*");
    return model + ".get" + (kept ? name : capitalized(name)) + "()";
  }

  /** Returns {@code CreateTagModel.builder().name(String)}. */
  static String setter(String model, String property, String type) {
    return model + ".builder()." + variable(property) + "(" + type + ")";
  }

  /** Returns {@code UserComparator.IS_ONE_OF}. */
  static String constant(String model, String value) {
    if (value.isEmpty()) {
      return model + ".EMPTY";
    }
    String name =
        value
            .replaceAll("\\W+", "_")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
            .replaceAll("([a-z\\d])([A-Z])", "$1_$2")
            .toUpperCase(Locale.ROOT);
    return model + "." + (Character.isDigit(name.charAt(0)) ? "_" + name : name);
  }

  static String capitalized(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String decapitalized(String word) {
    return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }
}
