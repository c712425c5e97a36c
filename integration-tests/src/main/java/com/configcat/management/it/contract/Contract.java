package com.configcat.management.it.contract;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The document that the client was generated from, as the {@code openapi} module left it.
 *
 * @param document as it is after fixes
 * @param hash SHA-256 of it as it was before fixes
 * @param source {@code pinned}, or where it was pulled from
 * @param date when it was pinned or pulled
 */
public record Contract(Path document, String hash, String source, String date) {
  /**
   * Finds it where the system property {@code contract.directory} points.
   *
   * @return what the build has made
   * @throws IllegalStateException if the build has made none
   */
  public static Contract ofBuild() {
    String directory = System.getProperty("contract.directory");
    return in(
        directory == null
            ? BuildFolders.ofBuild().module().resolveSibling("openapi/target/contract")
            : Path.of(directory));
  }

  /**
   * Finds it in a folder.
   *
   * @param directory where the {@code openapi} module left it
   * @return what is there
   * @throws IllegalStateException if there is none
   */
  public static Contract in(Path directory) {
    Path document = directory.resolve("openapi.json");
    Path facts = directory.resolve("contract.properties");
    if (!Files.isRegularFile(document) || !Files.isRegularFile(facts)) {
      throw new IllegalStateException(
          directory.toAbsolutePath()
              + " does not contain openapi.json and contract.properties. Build the openapi module"
              + " first: mvn verify from the project's root does.");
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(facts)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + facts + ": " + e, e);
    }
    return new Contract(
        document,
        fact(properties, "contract.hash"),
        fact(properties, "contract.source"),
        fact(properties, "contract.date"));
  }

  private static String fact(Properties properties, String name) {
    String value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "contract.properties does not say " + name + ": build it again.");
    }
    return value;
  }

  /**
   * Returns the pinned document, as it is after fixes, whatever the client was generated from.
   *
   * @return a file beside the other
   */
  public Path pinned() {
    return document.resolveSibling("pinned.json");
  }

  /**
   * Says whether the document was pulled, so that its examples may be wrong.
   *
   * @return false for the pinned one
   */
  public boolean pulled() {
    return !source.equals("pinned");
  }
}
