package com.configcat.management.it.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What Maven Central asks of the folder that is uploaded, and a little more.
 *
 * @see <a href="https://central.sonatype.org/publish/requirements/">Central's requirements</a>
 */
final class CentralRules {
  private static final Map<String, String> CHECKSUMS = Map.of("md5", "MD5", "sha1", "SHA-1");
  private static final String DERIVED = ".*\\.(asc|md5|sha1|sha256|sha512)";
  private static final List<String> REQUIRED =
      List.of(
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "developers/developer/email",
          "scm/connection",
          "scm/url");
  private static final List<String> UNWANTED =
      List.of("parent", "repositories", "pluginRepositories", "distributionManagement", "profiles");

  private final Path repository;
  private final BiPredicate<Path, Path> signed;
  private final List<String> violations = new ArrayList<>();

  private CentralRules(Path repository, BiPredicate<Path, Path> signed) {
    this.repository = repository;
    this.signed = signed;
  }

  /**
   * Returns what Central would not accept.
   *
   * @param repository the folder, in the layout of a Maven repository
   * @param signed whether a file's signature is good: the file, its signature
   */
  static List<String> violations(Path repository, BiPredicate<Path, Path> signed)
      throws IOException {
    CentralRules rules = new CentralRules(repository, signed);
    rules.check();
    return rules.violations;
  }

  private void check() throws IOException {
    Map<Path, TreeSet<String>> folders = new TreeMap<>();
    try (Stream<Path> files = Files.walk(repository)) {
      files
          .filter(Files::isRegularFile)
          // Left by Maven for itself; not uploaded.
          .filter(file -> !file.getFileName().toString().startsWith("maven-metadata"))
          .forEach(
              file ->
                  folders
                      .computeIfAbsent(file.getParent(), folder -> new TreeSet<>())
                      .add(file.getFileName().toString()));
    }
    if (folders.isEmpty()) {
      violations.add("nothing is staged");
    }
    for (Map.Entry<Path, TreeSet<String>> folder : folders.entrySet()) {
      checkComponent(folder.getKey(), folder.getValue());
    }
  }

  private void checkComponent(Path folder, TreeSet<String> names) throws IOException {
    Path place = repository.relativize(folder);
    if (place.getNameCount() < 3) {
      violations.add(place + ": no place for " + names);
      return;
    }
    String version = place.getFileName().toString();
    String prefix = place.getName(place.getNameCount() - 2) + "-" + version;
    if (!names.contains(prefix + ".pom")) {
      violations.add(place + ": no pom");
      return;
    }
    PublishedPom pom = PublishedPom.read(folder.resolve(prefix + ".pom"));
    checkPom(place, pom);
    if (version.endsWith("-SNAPSHOT")) {
      violations.add(place + ": a snapshot");
    }
    if (!pom.packaging().equals("pom")) {
      Stream.of(".jar", "-sources.jar", "-javadoc.jar")
          .filter(suffix -> !names.contains(prefix + suffix))
          .forEach(suffix -> violations.add(place + ": no " + prefix + suffix));
    }
    for (String name : names) {
      if (!name.startsWith(prefix + ".") && !name.startsWith(prefix + "-")) {
        violations.add(place + ": the name of " + name);
      }
      if (!name.matches(DERIVED)) {
        checkFile(folder.resolve(name), names);
      }
    }
  }

  private void checkPom(Path place, PublishedPom pom) {
    String coordinates =
        pom.text("groupId").replace('.', '/')
            + "/"
            + pom.text("artifactId")
            + "/"
            + pom.text("version");
    if (!coordinates.equals(place.toString().replace('\\', '/'))) {
      violations.add(place + ": the pom is that of " + coordinates);
    }
    REQUIRED.stream()
        .filter(path -> pom.text(path).isEmpty())
        .forEach(path -> violations.add(place + ": the pom has no " + path));
    UNWANTED.stream()
        .filter(pom.elements()::contains)
        .forEach(element -> violations.add(place + ": the pom has " + element));
    if (pom.source().contains("${")) {
      violations.add(place + ": the pom has placeholders");
    }
    Stream.concat(pom.dependencies().stream(), pom.managedDependencies().stream())
        .filter(
            dependency ->
                dependency.version().isEmpty()
                    || dependency.version().endsWith("-SNAPSHOT")
                    || dependency.scope().equals("system")
                    || dependency.scope().equals("import"))
        .forEach(dependency -> violations.add(place + ": the pom has " + dependency));
  }

  private void checkFile(Path file, TreeSet<String> names) throws IOException {
    String name = file.getFileName().toString();
    for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
      String beside = name + "." + checksum.getKey();
      if (!names.contains(beside)) {
        violations.add(beside + ": missing");
      } else if (!Files.readString(file.resolveSibling(beside))
          .strip()
          .equals(digest(file, checksum.getValue()))) {
        violations.add(beside + ": wrong");
      }
    }
    String signature = name + ".asc";
    if (!names.contains(signature)) {
      violations.add(signature + ": missing");
    } else if (!signed.test(file, file.resolveSibling(signature))) {
      violations.add(signature + ": not a good signature");
    }
  }

  static String digest(Path file, String algorithm) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
