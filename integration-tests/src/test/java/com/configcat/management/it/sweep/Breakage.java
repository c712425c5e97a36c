package com.configcat.management.it.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.it.report.ContractReport.Kind;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One way to make a valid request invalid, on its way out.
 *
 * @param name what is broken
 * @param kind which kind of thing that is
 * @param change breaks it
 */
record Breakage(String name, Kind kind, UnaryOperator<Request> change) {
  private static final String WRONG = "not~valid";
  private static final MediaType JSON = MediaType.get("application/json");

  /**
   * One for each kind of parameter, and one for the body, where there is something that can be
   * wrong.
   */
  static List<Breakage> of(OpenApi document, ClientCall call) {
    List<Breakage> all = new ArrayList<>();
    for (String in : List.of("path", "query", "header")) {
      call.operation().parameters().stream()
          .filter(parameter -> parameter.in().equals(in))
          .filter(parameter -> canBeWrong(document, call.operation(), parameter))
          .findFirst()
          .ifPresent(parameter -> all.add(parameter(call, parameter)));
    }
    body(document, call).ifPresent(all::add);
    return all;
  }

  private static boolean canBeWrong(
      OpenApi document, OpenApi.Operation operation, OpenApi.Parameter parameter) {
    if (parameter.in().equals("header")) {
      return parameter.required();
    }
    if (parameter.in().equals("path")
        && !segments(operation).contains("{" + parameter.name() + "}")) {
      return false;
    }
    JsonObject schema = document.resolve(parameter.schema());
    boolean isFree =
        !schema.has("type")
            || schema.get("type").getAsString().equals("array")
            || (schema.get("type").getAsString().equals("string")
                && !schema.has("format")
                && !schema.has("enum"));
    return !isFree;
  }

  private static Breakage parameter(ClientCall call, OpenApi.Parameter parameter) {
    String name = parameter.in() + " parameter " + parameter.name();
    UnaryOperator<Request> change =
        switch (parameter.in()) {
          case "path" ->
              request ->
                  request.newBuilder().url(withWrongPath(call, parameter, request.url())).build();
          case "query" ->
              request ->
                  request
                      .newBuilder()
                      .url(
                          request
                              .url()
                              .newBuilder()
                              .setQueryParameter(parameter.name(), WRONG)
                              .build())
                      .build();
          default -> request -> request.newBuilder().removeHeader(parameter.name()).build();
        };
    return new Breakage(
        parameter.in().equals("header") ? name + " left out" : "wrong " + name,
        Kind.BROKEN_PARAMETER,
        change);
  }

  private static List<String> segments(OpenApi.Operation operation) {
    return List.of(operation.path().substring(1).split("/", -1));
  }

  private static HttpUrl withWrongPath(ClientCall call, OpenApi.Parameter parameter, HttpUrl url) {
    int segment = segments(call.operation()).indexOf("{" + parameter.name() + "}");
    return url.newBuilder().setPathSegment(segment, WRONG).build();
  }

  private static Optional<Breakage> body(OpenApi document, ClientCall call) {
    JsonObject schema = call.bodySchema(document);
    if (schema == null) {
      return Optional.empty();
    }
    if (!schema.has("properties")) {
      return ofAnotherType(schema).map(json -> body("body of another type", json));
    }
    JsonObject json = call.body().getAsJsonObject().deepCopy();
    JsonObject properties = schema.getAsJsonObject("properties");
    // What is only ever read need not be sent, whatever else is said of it.
    Set<String> sent = new TreeSet<>(properties.keySet());
    sent.removeIf(name -> isReadOnly(properties.getAsJsonObject(name)));
    Set<String> required = new TreeSet<>();
    if (schema.has("required")) {
      schema.getAsJsonArray("required").forEach(name -> required.add(name.getAsString()));
    }
    required.retainAll(sent);
    if (!required.isEmpty()) {
      String name = required.iterator().next();
      json.remove(name);
      return Optional.of(body("body without " + name, json.toString()));
    }
    for (String name : sent) {
      JsonObject type = properties.getAsJsonObject(name);
      if (type.has("type")) {
        boolean isText = type.get("type").getAsString().equals("string");
        json.add(name, isText ? new JsonPrimitive(5) : new JsonPrimitive(WRONG));
        return Optional.of(body("body with a wrong " + name, json.toString()));
      }
    }
    return Optional.empty();
  }

  private static boolean isReadOnly(JsonObject property) {
    return property.has("readOnly") && property.get("readOnly").getAsBoolean();
  }

  private static Optional<String> ofAnotherType(JsonObject schema) {
    if (!schema.has("type")) {
      return Optional.empty();
    }
    boolean isPatch =
        schema.has("items")
            && schema.getAsJsonObject("items").has("$ref")
            && OpenApi.refName(schema.getAsJsonObject("items")).equals("JsonPatchOperation");
    if (isPatch) {
      return Optional.of("[{\"path\":\"/member\"}]");
    }
    return Optional.of(schema.get("type").getAsString().equals("array") ? "{}" : "[]");
  }

  private static Breakage body(String name, String json) {
    return new Breakage(
        name,
        Kind.BROKEN_BODY,
        request ->
            request
                .newBuilder()
                .method(request.method(), RequestBody.create(json, JSON))
                // This late, OkHttp has set it for the body that was.
                .header("Content-Length", Integer.toString(json.getBytes(UTF_8).length))
                .build());
  }
}
