package com.configcat.management.it.sweep;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.codec.ManagementGson;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Header;
import retrofit2.http.Query;

/**
 * One call of an operation's blocking method with arguments made from the document.
 *
 * @param operation what is called
 * @param arguments by parameter, as JSON
 * @param body the body, as JSON
 */
record ClientCall(
    OpenApi.Operation operation, Map<String, JsonElement> arguments, @Nullable JsonElement body) {
  private static final Gson GSON = ManagementGson.create();

  static ClientCall make(OpenApi.Operation operation, JsonMaker maker, boolean full) {
    Map<String, JsonElement> arguments = new LinkedHashMap<>();
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (full || parameter.required()) {
        arguments.put(parameter.name(), maker.make(parameter.wanted()));
      }
    }
    return new ClientCall(operation, arguments, operation.body().map(maker::make).orElse(null));
  }

  /** The class and the method, as a user writes them. */
  String method() {
    return operation.resource() + "Operations." + operation.name();
  }

  /** Calls the client; returns what it answered, as JSON of the model, or null. */
  @Nullable JsonElement run(ConfigCatManagementClient client) throws ReflectiveOperationException {
    Class<?> type =
        Class.forName("com.configcat.management.operations." + operation.resource() + "Operations");
    Method method = method(type);
    List<Object> values = new ArrayList<>();
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (parameter.required()) {
        values.add(value(arguments.get(parameter.name()), method, values.size()));
      }
    }
    if (body != null) {
      values.add(value(body, method, values.size()));
    }
    if (method.getParameterCount() > values.size()) {
      values.add(options(method.getParameterTypes()[values.size()]));
    }
    try {
      Object answer = method.invoke(client.operations(type), values.toArray());
      return answer == null ? null : GSON.toJsonTree(answer, method.getGenericReturnType());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw e;
    }
  }

  private static Object value(JsonElement json, Method method, int index) {
    return method.getParameterTypes()[index] == SdkKey.class
        ? SdkKey.of(json.getAsString())
        : GSON.fromJson(json, method.getGenericParameterTypes()[index]);
  }

  /** The one with options if there are any to give, else the one without. */
  private Method method(Class<?> type) {
    boolean withOptions =
        operation.parameters().stream()
            .anyMatch(p -> !p.required() && arguments.containsKey(p.name()));
    Comparator<Method> byParameters = Comparator.comparing(Method::getParameterCount);
    return Arrays.stream(type.getMethods())
        .filter(
            method ->
                method.getName().equals(operation.name()) && method.getDeclaringClass() == type)
        .max(withOptions ? byParameters : byParameters.reversed())
        .orElseThrow(() -> new AssertionError("There is no " + method()));
  }

  private Object options(Class<?> type) throws ReflectiveOperationException {
    Object builder = type.getMethod("builder").invoke(null);
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (!parameter.required()) {
        String name = javaName(parameter);
        Method setter =
            Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No option for " + parameter.name()));
        setter.invoke(builder, value(arguments.get(parameter.name()), setter, 0));
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  /** What a parameter is called in Java, as the method says that has all of them. */
  private String javaName(OpenApi.Parameter parameter) throws ReflectiveOperationException {
    Class<?> api = Class.forName("com.configcat.management.api." + operation.resource() + "Api");
    return Arrays.stream(api.getMethods())
        .filter(method -> !method.isDefault())
        .filter(method -> isThisOperation(method))
        .flatMap(method -> Arrays.stream(method.getParameters()))
        .filter(
            declared ->
                parameter.in().equals("header")
                    ? declared.isAnnotationPresent(Header.class)
                        && declared.getAnnotation(Header.class).value().equals(parameter.name())
                    : declared.isAnnotationPresent(Query.class)
                        && declared.getAnnotation(Query.class).value().equals(parameter.name()))
        .map(Parameter::getName)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No parameter for " + parameter.name()));
  }

  private boolean isThisOperation(Method method) {
    String id = operation.operationId().replaceAll("[^A-Za-z0-9]", "") + "WithAll";
    return method.getName().equalsIgnoreCase(id);
  }

  /** The path that must be sent. */
  String expectedPath() {
    String path = operation.path();
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        String encoded =
            URLEncoder.encode(arguments.get(parameter.name()).getAsString(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        path = path.replace("{" + parameter.name() + "}", encoded);
      }
    }
    return path;
  }

  /** The parameters of a kind that must be sent, each with all its values. */
  Map<String, List<String>> expected(String in) {
    Map<String, List<String>> expected = new TreeMap<>();
    for (OpenApi.Parameter parameter : operation.parameters()) {
      JsonElement value = arguments.get(parameter.name());
      if (parameter.in().equals(in) && value != null) {
        JsonArray values = new JsonArray();
        if (value.isJsonArray()) {
          values.addAll(value.getAsJsonArray());
        } else {
          values.add(value);
        }
        expected.put(
            parameter.name(), values.asList().stream().map(JsonElement::getAsString).toList());
      }
    }
    return expected;
  }

  /** What the body is made of, for one that breaks it. */
  @Nullable JsonObject bodySchema(OpenApi document) {
    return operation.body().map(document::resolve).orElse(null);
  }
}
