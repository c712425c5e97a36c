package com.configcat.management.it.prism;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Knows the version of Prism: it stands in {@code package.json}, for npm and for Docker alike. */
final class PrismVersion {
  private PrismVersion() {}

  /** Reads it from the folder with the locked files. */
  static String in(Path source) {
    Path file = source.resolve("package.json");
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      return json.getAsJsonObject("dependencies").get("@stoplight/prism-cli").getAsString();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new PrismException("Cannot read the version of Prism from " + file + ": " + e, e);
    }
  }
}
