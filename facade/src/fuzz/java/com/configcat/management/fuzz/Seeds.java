package com.configcat.management.fuzz;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Inputs to start from: without them, libFuzzer hardly gets beyond a few bytes in minutes. */
public final class Seeds {
  private static final Path VECTORS =
      Path.of(System.getProperty("contract.sources")).resolveSibling("conformance");

  private static final int RANDOM = 200;
  private static final int LONGEST = 500;

  private Seeds() {}

  /** Returns the bodies of all answers of the conformance vectors. */
  public static Stream<byte[]> bodies() {
    try (Stream<Path> files = Files.list(VECTORS)) {
      List<String> bodies = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        collect(JsonParser.parseString(Files.readString(file)), bodies);
      }
      return bodies.stream().distinct().map(text -> text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns input for targets that draw from it what they do. */
  public static Stream<byte[]> random() {
    Random random = new Random(7);
    return IntStream.range(0, RANDOM)
        .mapToObj(
            index -> {
              byte[] seed = new byte[random.nextInt(LONGEST)];
              random.nextBytes(seed);
              return seed;
            });
  }

  private static void collect(JsonElement element, List<String> bodies) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collect(each, bodies));
    } else if (element instanceof JsonObject object) {
      if (object.get("answer") instanceof JsonObject answer) {
        if (answer.has("body")) {
          bodies.add(answer.get("body").toString());
        }
        if (answer.has("text")) {
          bodies.add(answer.get("text").getAsString());
        }
      }
      object.asMap().values().forEach(each -> collect(each, bodies));
    }
  }
}
