package com.configcat.management;

import com.configcat.management.api.SdkKey;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.ManagedCall;
import com.configcat.management.internal.client.OperationTemplates;
import com.configcat.management.internal.client.RequestCalls;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * A request that the client has no method for; see {@link ConfigCatManagementClient#request}.
 *
 * <p>It is sent like any other: with the credentials, within the rate limits, retried where that is
 * safe for its HTTP method, until the deadline, and with the same exceptions. If the API has an
 * operation of that method and path, it shares its rate limit.
 *
 * <p>Immutable: methods that add something return a new instance.
 */
public final class ApiRequest {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
  private static final Set<String> NOT_SENT = Set.of("CONNECT", "TRACE");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");
  private static final Annotation[] NONE = {};

  private final ResourceContext context;
  private final String method;
  private final String path;
  private final Map<String, String> parameters;
  private final List<Map.Entry<String, String>> query;
  private final @Nullable String sdkKey;
  private final @Nullable RequestBody body;

  private ApiRequest(
      ResourceContext context,
      String method,
      String path,
      Map<String, String> parameters,
      List<Map.Entry<String, String>> query,
      @Nullable String sdkKey,
      @Nullable RequestBody body) {
    this.context = context;
    this.method = method;
    this.path = path;
    this.parameters = Map.copyOf(parameters);
    this.query = List.copyOf(query);
    this.sdkKey = sdkKey;
    this.body = body;
  }

  static ApiRequest of(ResourceContext context, String method, String path) {
    String verb = Preconditions.text(method, "method", "give one such as GET");
    verb = verb.toUpperCase(Locale.ROOT);
    if (!METHOD.matcher(verb).matches() || NOT_SENT.contains(verb)) {
      throw new IllegalArgumentException(
          "method is " + verb + ", which the client does not send: give one such as GET or POST");
    }
    return new ApiRequest(context, verb, checkedPath(path), Map.of(), List.of(), null, null);
  }

  private static String checkedPath(String path) {
    Preconditions.text(path, "path", "give one such as /v1/products");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException(
          "path does not begin with a slash: give one such as /v1/products, which follows the base"
              + " URL");
    }
    if (path.chars().anyMatch(c -> "?#%\\".indexOf(c) >= 0)) {
      throw new IllegalArgumentException(
          "path contains a ?, a #, a percent sign or a backslash: give parameters in braces, and"
              + " their values with path(...) and query(...), which encode them");
    }
    for (String segment : segments(path)) {
      checkSegment(segment);
      if (PARAMETER.matcher(segment).replaceAll("").matches(".*[{}].*")) {
        throw new IllegalArgumentException(
            "path has a brace that belongs to no parameter: write it like {productId}");
      }
    }
    return path;
  }

  private static void checkSegment(String segment) {
    if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException(
          "path has a segment that is empty, . or .., and would lead somewhere else: leave it out");
    }
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /**
   * Sets a parameter of the path.
   *
   * @param name the name in the path, without braces
   * @param value the value, such as an id; encoded where necessary
   * @return a copy with this parameter
   * @throws IllegalArgumentException if the path has no such parameter, or the value is blank or
   *     contains a control character
   */
  public ApiRequest path(String name, Object value) {
    Preconditions.text(name, "name", "give that of a parameter of the path");
    if (!path.contains("{" + name + "}")) {
      throw new IllegalArgumentException(
          "The path " + path + " has no parameter {" + name + "}: give the name of one it has");
    }
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(
        name, Preconditions.text(text(value, name), "The parameter " + name, "give a value"));
    return new ApiRequest(context, method, path, changed, query, sdkKey, body);
  }

  /**
   * Adds a query parameter.
   *
   * @param name the name; given several times, the parameter is sent several times
   * @param value the value: a text, a number, an enum, a date; encoded where necessary
   * @return a copy with this parameter
   * @throws IllegalArgumentException if the name is blank, or the value is a collection
   */
  public ApiRequest query(String name, Object value) {
    Preconditions.text(name, "name", "give that of a query parameter");
    List<Map.Entry<String, String>> changed = new ArrayList<>(query);
    changed.add(
        Map.entry(name, Preconditions.sendable(text(value, name), "The parameter " + name)));
    return new ApiRequest(context, method, path, parameters, changed, sdkKey, body);
  }

  /** Writes a value as the parameters of other calls are written. */
  private String text(Object value, String name) {
    Preconditions.value(value, "The parameter " + name, "give a value, or leave it out");
    if (value instanceof Iterable || value.getClass().isArray()) {
      throw new IllegalArgumentException(
          "The parameter " + name + " has several values: give one for each call of query(...)");
    }
    Converter<Object, String> converter =
        context.retrofit().stringConverter(value.getClass(), NONE);
    try {
      return Objects.requireNonNull(converter.convert(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sets the SDK key, for operations that are addressed by one.
   *
   * @param sdkKey names a Config and an Environment
   * @return a copy with this key
   */
  public ApiRequest sdkKey(SdkKey sdkKey) {
    Preconditions.value(sdkKey, "sdkKey", "give one, or leave it out");
    return new ApiRequest(context, method, path, parameters, query, sdkKey.value(), body);
  }

  /**
   * Sets the body, sent as JSON.
   *
   * @param body a {@link JsonElement}, sent as it is; or a model or an object of your own, whose
   *     null members are left out. Read now: later changes to it are not sent
   * @return a copy with this body
   * @throws IllegalArgumentException if the method allows no body, or the object cannot be written
   */
  public ApiRequest body(Object body) {
    Preconditions.value(body, "body", "give one, or leave it out");
    if (WITHOUT_BODY.contains(method)) {
      throw new IllegalArgumentException(method + " has no body: leave it out");
    }
    return new ApiRequest(context, method, path, parameters, query, sdkKey, json(body));
  }

  private RequestBody json(Object value) {
    if (value instanceof JsonElement json) {
      // Gson would leave out null members.
      return RequestBody.create(Preconditions.sendable(json.toString(), "body"), JSON);
    }
    Converter<Object, RequestBody> converter =
        context.retrofit().requestBodyConverter(value.getClass(), NONE, NONE);
    try {
      return Objects.requireNonNull(converter.convert(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends the request and returns the response body as JSON.
   *
   * @return the body; {@link JsonNull} if there is none
   * @throws IllegalArgumentException if a parameter of the path is missing
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   */
  public JsonElement send() {
    Object body = ManagedCall.run(call(JsonElement.class, true));
    return body == null ? JsonNull.INSTANCE : (JsonElement) body;
  }

  /**
   * Sends the request and decodes the response body.
   *
   * @param <T> the type of the response body
   * @param type a model, or a class of your own that Gson can read
   * @return the decoded body
   * @throws IllegalArgumentException if a parameter of the path is missing, or Gson cannot read the
   *     type
   * @throws com.configcat.management.error.ConfigCatException if the call fails; a {@link
   *     com.configcat.management.error.DecodingException} also if there is no body
   */
  public <T> T send(Class<T> type) {
    return send(
        TypeToken.get(
            Preconditions.value(type, "type", "give a class such as ProductModel.class")));
  }

  /**
   * Sends the request and decodes the response body.
   *
   * @param <T> the type of the response body
   * @param type such as {@code new TypeToken<List<ProductModel>>() {}}
   * @return the decoded body
   * @throws IllegalArgumentException if a parameter of the path is missing, or Gson cannot read the
   *     type
   * @throws com.configcat.management.error.ConfigCatException if the call fails; a {@link
   *     com.configcat.management.error.DecodingException} also if there is no body
   */
  @SuppressWarnings("unchecked") // Decoded as that type.
  public <T> T send(TypeToken<T> type) {
    Preconditions.value(type, "type", "give one such as new TypeToken<List<ProductModel>>() {}");
    return (T) ManagedCall.run(call(type.getType(), false));
  }

  private retrofit2.Call<Object> call(Type answer, boolean mayBeEmpty) {
    return new RequestCalls(context)
        .call(operation(), url(), sdkKey, bodyToSend(), answer, mayBeEmpty);
  }

  private @Nullable RequestBody bodyToSend() {
    return body == null && WITH_BODY.contains(method) ? RequestBody.create(new byte[0]) : body;
  }

  private Operation operation() {
    return OperationTemplates.of(method, segments(path));
  }

  private HttpUrl url() {
    HttpUrl.Builder url = context.retrofit().baseUrl().newBuilder();
    for (String segment : segments(path)) {
      String filled = PARAMETER.matcher(segment).replaceAll(this::value);
      checkSegment(filled);
      url.addPathSegment(filled);
    }
    query.forEach(parameter -> url.addQueryParameter(parameter.getKey(), parameter.getValue()));
    return url.build();
  }

  private String value(MatchResult parameter) {
    String value = parameters.get(parameter.group(1));
    if (value == null) {
      throw new IllegalArgumentException(
          "The path %s has the parameter {%2$s}: give it with path(\"%2$s\", ...)"
              .formatted(path, parameter.group(1)));
    }
    return Matcher.quoteReplacement(value);
  }

  /** Returns the method and the path with its parameters in braces; no value. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
