package com.configcat.management.fake.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document to which the fake holds itself and its callers. */
public final class Document {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final JsonObject root;

  Document(JsonObject root) {
    this.root = root;
  }

  /**
   * The document that the fake was written for, read once: a client that was generated from another
   * one has to get along with a service that has not changed yet.
   */
  public static Document pinned() {
    return Pinned.DOCUMENT;
  }

  private static final class Pinned {
    static final Document DOCUMENT = read();
  }

  private static Document read() {
    try (InputStream in = Document.class.getResourceAsStream("pinned.json")) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks pinned.json beside " + Document.class);
      }
      return new Document(
          JsonParser.parseReader(new InputStreamReader(in, UTF_8)).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An operation of the API.
   *
   * @param method in capitals
   * @param template its path, with names in braces
   * @param parameters as the document has them
   * @param body the schema of the request's body, null if it has none
   * @param bodyRequired whether a request without a body is wrong
   */
  public record Operation(
      String method,
      String template,
      List<JsonObject> parameters,
      @Nullable JsonObject body,
      boolean bodyRequired) {
    public Operation {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.getAsJsonObject("paths")
        .asMap()
        .forEach(
            (template, item) ->
                item.getAsJsonObject()
                    .asMap()
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operations.add(
                                operation(method, template, operation.getAsJsonObject()));
                          }
                        }));
    return List.copyOf(operations);
  }

  private static Operation operation(String method, String template, JsonObject operation) {
    JsonObject body = operation.getAsJsonObject("requestBody");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        template,
        Json.objects(operation, "parameters"),
        body == null
            ? null
            : body.getAsJsonObject("content")
                .getAsJsonObject("application/json")
                .getAsJsonObject("schema"),
        body != null && Json.truth(body, "required"));
  }

  /** The schema of a name. */
  JsonObject schema(String name) {
    return root.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name);
  }

  /** Follows references, also those that stand alone in an {@code allOf}. */
  public JsonObject resolve(JsonObject schema) {
    if (schema.has("$ref")) {
      String reference = Json.text(schema, "$ref");
      return resolve(schema(reference.substring(reference.lastIndexOf('/') + 1)));
    }
    List<JsonElement> all = Json.elements(schema, "allOf");
    return all.size() == 1 ? resolve(all.get(0).getAsJsonObject()) : schema;
  }

  /** The properties of a schema. */
  public JsonObject properties(JsonObject schema) {
    JsonObject properties = resolve(schema).getAsJsonObject("properties");
    return properties == null ? new JsonObject() : properties;
  }

  JsonObject properties(String schema) {
    return properties(schema(schema));
  }
}
