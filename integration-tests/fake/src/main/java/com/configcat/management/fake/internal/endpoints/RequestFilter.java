package com.configcat.management.fake.internal.endpoints;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.RequestNormalizer;
import com.configcat.management.fake.internal.state.SchemaCheck;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authenticates and validates requests, and passes those that are valid to their handlers. */
public final class RequestFilter {
  private final Document document;
  private final Credentials credentials;

  public RequestFilter(Document document, Credentials credentials) {
    this.document = document;
    this.credentials = credentials;
  }

  public FakeResponse pass(
      IncomingRequest request, Routes.@Nullable Match match, boolean knownPath) {
    if (match == null) {
      throw knownPath
          ? Refusal.status(405, request.method() + " is not possible here.")
          : Refusal.notFound();
    }
    Document.Operation operation = match.route().operation();
    Credential credential = credentials.of(request.header("authorization"));
    if (credential.readOnly() && !request.method().equals("GET")) {
      throw Refusal.status(403, "You have no permission for this.");
    }
    RequestHandler handler = match.route().handler();
    if (handler == null) {
      throw Refusal.status(501, "The fake does not serve " + operation + ".");
    }
    parameters(operation, match.path(), request.query());
    return handler.handle(
        new ValidatedRequest(request, match.path(), body(operation, request), credential));
  }

  private void parameters(
      Document.Operation operation, Map<String, String> path, Map<String, List<String>> query) {
    Map<String, List<String>> problems = new LinkedHashMap<>();
    for (JsonObject parameter : operation.parameters()) {
      String name = Json.text(parameter, "name");
      List<String> values =
          switch (Json.text(parameter, "in")) {
            case "path" -> List.of(path.getOrDefault(name, ""));
            case "query" -> query.getOrDefault(name, List.of());
            default -> List.of();
          };
      JsonObject schema = document.resolve(parameter.getAsJsonObject("schema"));
      if (schema.has("items")) {
        schema = document.resolve(schema.getAsJsonObject("items"));
      }
      for (String value : values) {
        problems.putAll(SchemaCheck.problems(document, schema, typed(schema, value), name));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.fields(problems);
    }
  }

  /** A parameter as JSON of the type that it should have, or as text if it has not. */
  private static JsonElement typed(JsonObject schema, String value) {
    String type = Json.textOrNull(schema, "type");
    if ("boolean".equals(type) && value.matches("(?i)true|false")) {
      return new JsonPrimitive(Boolean.parseBoolean(value));
    }
    if ("integer".equals(type) && value.matches("-?[0-9]{1,19}")) {
      return JsonParser.parseString(value.replaceFirst("^(-?)0+(?=.)", "$1"));
    }
    return new JsonPrimitive(value);
  }

  private @Nullable JsonElement body(Document.Operation operation, IncomingRequest request) {
    JsonObject schema = operation.body();
    if (schema == null) {
      return null;
    }
    if (request.body().isEmpty()) {
      if (operation.bodyRequired()) {
        throw Refusal.field("", "A non-empty request body is required.");
      }
      return null;
    }
    String type = Optional.ofNullable(request.header("content-type")).orElse("");
    if (!type.matches("(?i)(application/([^;]+\\+)?json|text/json)\\s*(;.*)?")) {
      throw Refusal.status(415, "Send application/json, not '" + type + "'.");
    }
    JsonElement body = RequestNormalizer.body(document, schema, parsed(request.body()));
    Map<String, List<String>> problems = SchemaCheck.problems(document, schema, body, "");
    if (!problems.isEmpty()) {
      throw Refusal.fields(problems);
    }
    return body;
  }

  private static JsonElement parsed(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement body = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw Refusal.field("$", "Something follows the body.");
      }
      return body;
    } catch (JsonParseException | IOException e) {
      throw Refusal.field("$", "The body is not JSON: " + Json.reason(e));
    }
  }

  /** Whoever may call. */
  public static final class Credentials {
    private final Map<String, Credential> all = new LinkedHashMap<>();

    public synchronized void add(Credential credential) {
      byte[] pair = (credential.user() + ":" + credential.password()).getBytes(UTF_8);
      all.put("Basic " + Base64.getEncoder().encodeToString(pair), credential);
    }

    public synchronized void remove(String user) {
      all.values().removeIf(credential -> credential.user().equals(user));
    }

    /** Returns all, by what is sent for them. */
    public synchronized Map<String, Credential> copy() {
      return Map.copyOf(all);
    }

    public synchronized void replace(Map<String, Credential> others) {
      all.clear();
      all.putAll(others);
    }

    synchronized Credential of(@Nullable String authorization) {
      Credential credential = authorization == null ? null : all.get(authorization);
      if (credential == null) {
        throw Refusal.status(401, "These credentials are not known.");
      }
      return credential;
    }
  }
}
