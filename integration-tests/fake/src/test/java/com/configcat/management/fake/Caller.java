package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a fake over plain HTTP, so that nothing of the client can hide what it answers. */
final class Caller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI baseUrl;
  private final List<String> headers;
  private final Duration patience;

  private Caller(URI baseUrl, List<String> headers, Duration patience) {
    this.baseUrl = baseUrl;
    this.headers = List.copyOf(headers);
    this.patience = patience;
  }

  static Caller of(ConfigCatFake fake) {
    return of(fake, ConfigCatFake.USER, ConfigCatFake.PASSWORD);
  }

  static Caller of(ConfigCatFake fake, String user, String password) {
    String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return anonymous(fake).with("Authorization", "Basic " + pair);
  }

  static Caller anonymous(ConfigCatFake fake) {
    return new Caller(fake.baseUrl(), List.of(), Duration.ofSeconds(20));
  }

  Caller with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(name, value));
    return new Caller(baseUrl, more, patience);
  }

  Caller withPatience(Duration newPatience) {
    return new Caller(baseUrl, headers, newPatience);
  }

  /**
   * What came back.
   *
   * @param status the status
   * @param json the body, JSON null if it was empty
   * @param http all of it
   */
  record Reply(int status, JsonElement json, HttpResponse<String> http) {
    JsonObject object() {
      return json.getAsJsonObject();
    }

    List<JsonObject> objects() {
      return json.getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject).toList();
    }
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  /** Reads an answer that is no JSON. */
  Reply getText(String path) {
    try {
      HttpResponse<String> response = exchange("GET", path, null);
      return new Reply(response.statusCode(), JsonNull.INSTANCE, response);
    } catch (IOException e) {
      throw new UncheckedIOException("GET " + path, e);
    }
  }

  Reply delete(String path) {
    return send("DELETE", path, null);
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply put(String path, String body) {
    return send("PUT", path, body);
  }

  Reply patch(String path, String body) {
    return send("PATCH", path, body);
  }

  Reply send(String method, String path, @Nullable String body) {
    try {
      return sendOrFail(method, path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  Reply sendOrFail(String method, String path, @Nullable String body) throws IOException {
    HttpResponse<String> response = exchange(method, path, body);
    String text = response.body();
    return new Reply(
        response.statusCode(),
        text.isEmpty() ? JsonNull.INSTANCE : JsonParser.parseString(text),
        response);
  }

  private HttpResponse<String> exchange(String method, String path, @Nullable String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(patience);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.setHeader(headers.get(i), headers.get(i + 1));
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
