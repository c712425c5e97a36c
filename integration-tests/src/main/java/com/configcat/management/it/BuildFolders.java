package com.configcat.management.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this module lies, with the locked files of Prism and the folder for what a build makes. */
record BuildFolders(Path module) {
  /**
   * Takes the system property {@code integration-tests.directory}, which the build sets, or else
   * looks from the working directory, so that a main class or a test starts in an IDE as well.
   */
  static BuildFolders ofBuild() {
    String directory = System.getProperty("integration-tests.directory");
    if (directory != null) {
      return new BuildFolders(Path.of(directory).toAbsolutePath());
    }
    Path here = Path.of("").toAbsolutePath();
    Path below = here.resolve("integration-tests");
    return new BuildFolders(Files.isDirectory(below) ? below : here);
  }

  /** Whether the build was told to stay off the network, which the build says here. */
  static boolean offline() {
    return System.getProperty("build.offline", "").endsWith("true");
  }

  Path prism() {
    return module.resolve("prism");
  }

  Path target() {
    return module.resolve("target");
  }
}
