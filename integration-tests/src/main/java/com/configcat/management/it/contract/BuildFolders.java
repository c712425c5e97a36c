package com.configcat.management.it.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of this module.
 *
 * @param module the folder of {@code integration-tests}
 */
public record BuildFolders(Path module) {
  /**
   * Takes the system property {@code integration-tests.directory}, which the build sets, or else
   * looks from the working directory, so that a main class or a test starts in an IDE as well.
   *
   * @return the folders of this build
   */
  public static BuildFolders ofBuild() {
    String directory = System.getProperty("integration-tests.directory");
    if (directory != null) {
      return new BuildFolders(Path.of(directory).toAbsolutePath());
    }
    Path here = Path.of("").toAbsolutePath();
    Path below = here.resolve("integration-tests");
    return new BuildFolders(Files.isDirectory(below) ? below : here);
  }

  /**
   * Returns whether Maven runs offline, which the build passes on as {@code build.offline}.
   *
   * @return whether to stay off the network
   */
  public static boolean offline() {
    return System.getProperty("build.offline", "").endsWith("true");
  }

  /**
   * Returns where the locked files of Prism are.
   *
   * @return a folder of the sources
   */
  public Path prism() {
    return module.resolve("prism");
  }

  /**
   * Returns where the build puts what it makes.
   *
   * @return {@code target}
   */
  public Path target() {
    return module.resolve("target");
  }
}
