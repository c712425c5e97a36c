package com.configcat.management.it.prism;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Docker engine that may listen at an address, asked for little more than whether it is there.
 *
 * <p>Testcontainers would ask as well, but can take minutes over an engine that hangs or that has
 * no registry.
 *
 * @param address the address as Docker writes it, for example {@code unix:///var/run/docker.sock}
 * @param socket how to ask it; null if this class does not know how, as for a Windows pipe
 */
record DockerEngine(String address, @Nullable EngineSocket socket) {
  static final String START = "Start Docker, or say by DOCKER_HOST where it listens.";
  private static final Duration IMAGE_LIMIT = Duration.ofSeconds(10);

  /** Whether it listens on a file, which says nothing of where the ports of its containers are. */
  boolean isBySocketFile() {
    return socket != null && socket.address() instanceof UnixDomainSocketAddress;
  }

  /** Finds out whether an engine answers within a limit. */
  void ping(Duration limit) throws EngineException {
    try {
      EngineSocket.EngineResponse answer = asked().ask("GET", "/_ping", limit);
      if (answer.status() != 200) {
        throw new IOException("the server there answers " + answer.status());
      }
    } catch (IOException e) {
      throw new EngineException(
          "no Docker engine answers at " + address + " (" + words(e) + ")", START, e);
    }
  }

  /**
   * Sees to it that the engine has an image.
   *
   * @param pullLimit how long pulling it may take; zero not to pull at all
   */
  void need(String image, Duration pullLimit) throws EngineException {
    try {
      if (has(image)) {
        return;
      }
      String why = "the build is offline";
      if (!pullLimit.isZero()) {
        why = pull(image, pullLimit);
        if (has(image)) {
          return;
        }
      }
      throw new EngineException(
          "the engine has no image " + image + " and no registry provides it (" + why + ")",
          "Run docker pull " + image + " once.",
          null);
    } catch (IOException e) {
      throw new EngineException(
          "the Docker engine at " + address + " does not list its images (" + words(e) + ")",
          START,
          e);
    }
  }

  private boolean has(String image) throws IOException {
    int status = asked().ask("GET", "/images/" + image + "/json", IMAGE_LIMIT).status();
    if (status != 200 && status != 404) {
      throw new IOException("it answers " + status);
    }
    return status == 200;
  }

  /** Pulls an image, or says what kept the engine from it. */
  private String pull(String image, Duration limit) {
    try {
      EngineSocket.EngineResponse answer =
          asked().ask("POST", "/images/create?" + query(image), limit);
      List<String> problems =
          answer.body().lines().map(DockerEngine::problem).filter(Objects::nonNull).toList();
      return problems.isEmpty()
          ? "it answers " + answer.status()
          : problems.get(problems.size() - 1);
    } catch (IOException e) {
      return words(e);
    }
  }

  /** A name has a tag after its last colon, unless that belongs to the port of a registry. */
  private static String query(String image) {
    int colon = image.lastIndexOf(':');
    boolean tagged = colon > image.lastIndexOf('/');
    return "fromImage="
        + encoded(tagged ? image.substring(0, colon) : image)
        + "&tag="
        + encoded(tagged ? image.substring(colon + 1) : "latest");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The engine tells progress and problems as one JSON object a line. */
  private static @Nullable String problem(String line) {
    try {
      JsonElement json = JsonParser.parseString(line);
      if (json instanceof JsonObject object) {
        JsonElement text = object.has("error") ? object.get("error") : object.get("message");
        return text == null ? null : text.getAsString().strip();
      }
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      // Not one of those lines.
    }
    return null;
  }

  private EngineSocket asked() throws IOException {
    if (socket == null) {
      throw new IOException(
          "this build cannot query it; -Dprism.mode=docker uses it without a query");
    }
    return socket;
  }

  private static String words(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
