package com.configcat.management.it.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.it.report.ContractReport.Kind;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
          .filter(parameter -> parameter.in().equals(in) && canBeWrong(document, parameter))
          .findFirst()
          .ifPresent(parameter -> all.add(parameter(call, parameter)));
    }
    body(document, call).ifPresent(all::add);
    return all;
  }

  private static boolean canBeWrong(OpenApi document, OpenApi.Parameter parameter) {
    if (parameter.in().equals("header")) {
      return parameter.required();
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

  private static HttpUrl withWrongPath(ClientCall call, OpenApi.Parameter parameter, HttpUrl url) {
    List<String> template = List.of(call.operation().path().substring(1).split("/", -1));
    int segment = template.indexOf("{" + parameter.name() + "}");
    return url.newBuilder().setPathSegment(segment, WRONG).build();
  }

  private static Optional<Breakage> body(OpenApi document, ClientCall call) {
    JsonObject schema = call.bodySchema(document);
    if (schema == null) {
      return Optional.empty();
    }
    if (!schema.has("properties")) {
      return Optional.of(body("patch without an operation", "[{\"path\":\"/member\"}]"));
    }
    JsonObject json = call.body().getAsJsonObject().deepCopy();
    Set<String> required = new HashSet<>();
    if (schema.has("required")) {
      schema.getAsJsonArray("required").forEach(name -> required.add(name.getAsString()));
    }
    if (!required.isEmpty()) {
      String name = required.stream().sorted().findFirst().orElseThrow();
      json.remove(name);
      return Optional.of(body("body without " + name, json.toString()));
    }
    for (Map.Entry<String, JsonElement> property :
        schema.getAsJsonObject("properties").entrySet()) {
      JsonObject type = property.getValue().getAsJsonObject();
      if (type.has("type")) {
        boolean isText = type.get("type").getAsString().equals("string");
        json.add(property.getKey(), isText ? new JsonPrimitive(5) : new JsonPrimitive(WRONG));
        return Optional.of(body("body with a wrong " + property.getKey(), json.toString()));
      }
    }
    return Optional.empty();
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
