package com.configcat.management.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An attempt as the service saw it. */
final class Arrival {
  private final long atMs;
  private volatile @Nullable String request;

  Arrival(long atMs) {
    this.atMs = atMs;
  }

  void read(byte[] bytes) {
    request = new String(bytes, StandardCharsets.UTF_8);
  }

  /** Checks it against the request that the vector expects. */
  void check(JsonObject expected, String what) {
    if (expected.has("atMs")) {
      assertThat(atMs).as(what + "time").isEqualTo(expected.get("atMs").getAsLong());
    }
    String whole = request;
    if (whole != null) {
      int end = whole.indexOf("\r\n\r\n");
      checkHead(expected, whole.substring(0, end), what);
      checkBody(expected, whole.substring(end + 4), what);
    }
  }

  private static void checkHead(JsonObject expected, String head, String what) {
    String line = head.lines().findFirst().orElseThrow();
    int blank = line.indexOf(' ');
    if (expected.has("method")) {
      assertThat(line.substring(0, blank))
          .as(what + "method")
          .isEqualTo(expected.get("method").getAsString());
    }
    if (expected.has("target")) {
      assertThat(line.substring(blank + 1, line.lastIndexOf(' ')))
          .as(what + "target")
          .isEqualTo(expected.get("target").getAsString());
    }
    if (expected.has("headers")) {
      expected
          .getAsJsonObject("headers")
          .asMap()
          .forEach(
              (name, value) ->
                  assertThat(values(head, name))
                      .as(what + name)
                      .containsExactly(value.getAsString()));
    }
    if (expected.has("absentHeaders")) {
      for (JsonElement name : expected.getAsJsonArray("absentHeaders")) {
        assertThat(values(head, name.getAsString())).as(what + name).isEmpty();
      }
    }
  }

  private static void checkBody(JsonObject expected, String body, String what) {
    if (expected.has("noBody")) {
      assertThat(body).as(what + "body").isEmpty();
    }
    if (expected.has("body")) {
      JsonElement json = JsonParser.parseString(body);
      assertThat(json).as(what + "body").isEqualTo(expected.get("body"));
      VectorJson.checkNumbers(expected, json);
    }
  }

  private static List<String> values(String head, String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .toList();
  }

  @Override
  public String toString() {
    String whole = request;
    String line = whole == null ? "nothing sent" : whole.lines().findFirst().orElseThrow();
    return line + " at " + atMs + " ms";
  }
}
