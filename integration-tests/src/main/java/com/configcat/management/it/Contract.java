package com.configcat.management.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The document that the client was generated from, as the {@code openapi} module left it. */
record Contract(Path document, boolean pulled) {
  /** Finds it where the system property {@code contract.directory} points. */
  static Contract ofBuild() {
    String directory = System.getProperty("contract.directory");
    return in(
        directory == null
            ? BuildFolders.ofBuild().module().resolveSibling("openapi/target/contract")
            : Path.of(directory));
  }

  static Contract in(Path directory) {
    Path document = directory.resolve("openapi.json");
    Path facts = directory.resolve("contract.properties");
    if (!Files.isRegularFile(document) || !Files.isRegularFile(facts)) {
      throw new PrismException(
          directory.toAbsolutePath()
              + " does not hold openapi.json and contract.properties. Build the openapi module"
              + " first: mvn verify from the project's root does.");
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(facts)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new PrismException("Cannot read " + facts + ": " + e, e);
    }
    return new Contract(document, !"pinned".equals(properties.getProperty("contract.source")));
  }
}
