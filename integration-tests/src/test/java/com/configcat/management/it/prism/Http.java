package com.configcat.management.it.prism;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Plain requests to a server, past the client under test. */
final class Http {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Http() {}

  static HttpResponse<String> get(URI base, String path) throws IOException, InterruptedException {
    return send(authorized(base, path).GET());
  }

  static HttpResponse<String> getWithoutCredentials(URI base, String path)
      throws IOException, InterruptedException {
    return send(request(base, path).GET());
  }

  static HttpResponse<String> post(URI base, String path, String json)
      throws IOException, InterruptedException {
    return send(
        authorized(base, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static HttpRequest.Builder authorized(URI base, String path) {
    byte[] credentials = "user:password".getBytes(StandardCharsets.UTF_8);
    return request(base, path)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  private static HttpRequest.Builder request(URI base, String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
