package com.configcat.management.it.prism;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The Node.js and npm of this machine.
 *
 * @param node the program {@code node}
 * @param npm the program {@code npm}
 * @param version the version of Node.js, for example {@code 20.20.2}
 * @param environment what they are started with
 */
record NodeTools(Path node, Path npm, String version, Map<String, String> environment) {
  NodeTools {
    environment = Map.copyOf(environment);
  }

  /**
   * Finds them on the {@code PATH} of an environment.
   *
   * @throws PrismException naming what to install, if one is missing or too old
   */
  static NodeTools find(Map<String, String> environment) {
    try {
      PrismPrerequisites.Node found = new PrismPrerequisites(environment, Path.of("")).node();
      return new NodeTools(found.node(), found.npm(), found.version(), environment);
    } catch (PrismPrerequisites.MissingException e) {
      throw new PrismException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns whether npm can keep its cache where it does unless told otherwise. */
  boolean npmCacheIsWritable() {
    if (environment.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("npm_config_cache"))
        || File.separatorChar == '\\') {
      return true;
    }
    Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    Path cache = home.resolve(".npm");
    return Files.isWritable(Files.exists(cache) ? cache : home);
  }
}
