package com.configcat.management.it.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.it.prism.PrismViolations;
import com.configcat.management.it.sweep.OpenApi;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request that the client would not send.
 *
 * @param path values of the parameters in the path, by name
 * @param query values of those in the query
 * @param body null for none
 */
record RawRequest(
    OpenApi.Operation operation,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String body) {
  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder().followRedirects(false).build();

  /**
   * What came back.
   *
   * @param violations what Prism says of it, if it stands between
   */
  record Answer(int status, String type, String body, PrismViolations violations) {}

  static RawRequest of(
      OpenApi.Operation operation, Map<String, String> path, @Nullable String body) {
    return new RawRequest(operation, path, Map.of(), Map.of(), body)
        .with("Authorization", Credentials.basic(ConfigCatFake.USER, ConfigCatFake.PASSWORD))
        .with("Content-Type", "application/json");
  }

  RawRequest with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new RawRequest(operation, path, query, more, body);
  }

  RawRequest withPath(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(path);
    more.put(name, value);
    return new RawRequest(operation, more, query, headers, body);
  }

  RawRequest withQuery(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new RawRequest(operation, path, more, headers, body);
  }

  RawRequest withBody(String text) {
    return new RawRequest(operation, path, query, headers, text);
  }

  Answer send(URI baseUrl) {
    Request.Builder request = new Request.Builder().url(baseUrl + target());
    headers.forEach(request::header);
    boolean bodiless = operation.method().equals("GET") || operation.method().equals("DELETE");
    RequestBody content =
        body == null && bodiless
            ? null
            : RequestBody.create(
                (body == null ? "" : body).getBytes(UTF_8),
                MediaType.get(headers.getOrDefault("Content-Type", "application/json")));
    request.method(operation.method(), content);
    try (Response response = HTTP.newCall(request.build()).execute()) {
      return new Answer(
          response.code(),
          response.header("Content-Type", ""),
          response.body().string(),
          PrismViolations.ofHeader(response.header(PrismViolations.HEADER)));
    } catch (IOException e) {
      throw new AssertionError(this + " has no answer", e);
    }
  }

  private String target() {
    String target = operation.path();
    for (Map.Entry<String, String> each : path.entrySet()) {
      target = target.replace("{" + each.getKey() + "}", encoded(each.getValue()));
    }
    StringBuilder all = new StringBuilder(target);
    query.forEach(
        (name, value) ->
            all.append(all.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(encoded(value)));
    return all.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return operation.method() + " " + target() + (body == null ? "" : " " + body);
  }
}
