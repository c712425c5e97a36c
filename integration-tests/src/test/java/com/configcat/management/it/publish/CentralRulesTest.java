package com.configcat.management.it.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CentralRulesTest {
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.example</groupId>
        <artifactId>thing</artifactId>
        <version>1.0</version>
        <name>Thing</name>
        <description>A thing.</description>
        <url>https://example.com/</url>
        <licenses><license><name>MIT</name><url>https://example.com/mit</url></license></licenses>
        <developers><developer><name>Ann</name><email>ann@example.com</email></developer></developers>
        <scm><connection>scm:git:https://example.com/thing.git</connection><url>https://example.com/thing</url></scm>
        <dependencies>
          <dependency><groupId>com.example</groupId><artifactId>other</artifactId><version>2</version></dependency>
        </dependencies>
      </project>
      """;

  private @TempDir Path repository;
  private Path folder;

  @BeforeEach
  void stage() throws IOException {
    folder = Files.createDirectories(repository.resolve("com/example/thing/1.0"));
    write("thing-1.0.pom", POM);
    for (String jar : List.of("thing-1.0.jar", "thing-1.0-sources.jar", "thing-1.0-javadoc.jar")) {
      write(jar, jar);
    }
    Files.writeString(repository.resolve("com/example/thing/maven-metadata.xml"), "<metadata/>");
  }

  private void write(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    Files.writeString(folder.resolve(name + ".md5"), CentralRules.digest(file, "MD5"));
    Files.writeString(folder.resolve(name + ".sha1"), CentralRules.digest(file, "SHA-1"));
    Files.writeString(folder.resolve(name + ".asc"), "good");
  }

  private List<String> violations() throws IOException {
    return CentralRules.violations(
        repository, (file, signature) -> content(signature).equals("good"));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void acceptWhatCentralAccepts() throws IOException {
    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "thing-1.0.pom, no pom",
    "thing-1.0.jar, no thing-1.0.jar",
    "thing-1.0-sources.jar, no thing-1.0-sources.jar",
    "thing-1.0-javadoc.jar, no thing-1.0-javadoc.jar",
    "thing-1.0.jar.asc, thing-1.0.jar.asc: missing",
    "thing-1.0.pom.asc, thing-1.0.pom.asc: missing",
    "thing-1.0-javadoc.jar.md5, thing-1.0-javadoc.jar.md5: missing",
    "thing-1.0.pom.sha1, thing-1.0.pom.sha1: missing"
  })
  void missAFile(String name, String violation) throws IOException {
    Files.delete(folder.resolve(name));

    assertThat(violations()).singleElement().asString().endsWith(violation);
  }

  @ParameterizedTest
  @CsvSource({
    "thing-1.0.jar.asc, thing-1.0.jar.asc: not a good signature",
    "thing-1.0.jar.md5, thing-1.0.jar.md5: wrong",
    "thing-1.0-sources.jar.sha1, thing-1.0-sources.jar.sha1: wrong"
  })
  void noticeAWrongFile(String name, String violation) throws IOException {
    Files.writeString(folder.resolve(name), "wrong");

    assertThat(violations()).singleElement().asString().endsWith(violation);
  }

  @ParameterizedTest
  @CsvSource({
    "<name>Thing</name>, <name/>, no name",
    "<description>A thing.</description>, '', no description",
    "<url>https://example.com/</url>, <url/>, no url",
    "<name>MIT</name>, '', no licenses/license/name",
    "<url>https://example.com/mit</url>, '', no licenses/license/url",
    "<name>Ann</name>, '', no developers/developer/name",
    "<email>ann@example.com</email>, <email></email>, no developers/developer/email",
    "<connection>scm:git:https://example.com/thing.git</connection>, '', no scm/connection",
    "<url>https://example.com/thing</url></scm>, </scm>, no scm/url",
    "<name>Thing</name>, <name>${thing}</name>, placeholders",
    "<version>2</version>, <version>2-SNAPSHOT</version>, version=2-SNAPSHOT",
    "<version>2</version>, '', artifactId=other",
    "<version>2</version>, <version>2</version><scope>system</scope>, scope=system",
    "<name>Thing</name>, <name>Thing</name><parent/>, parent",
    "<name>Thing</name>, <name>Thing</name><repositories/>, repositories",
    "<artifactId>thing</artifactId>, <artifactId>things</artifactId>, com/example/things/1.0"
  })
  void noticeAPom(String part, String instead, String violation) throws IOException {
    assertThat(POM).contains(part);
    write("thing-1.0.pom", POM.replace(part, instead));

    assertThat(violations()).singleElement().asString().contains("the pom", violation);
  }

  static Stream<Arguments> otherFiles() {
    return Stream.of(
        Arguments.of("com/example/thing/1.0/other-1.0.txt", "the name of other-1.0.txt"),
        Arguments.of("readme.txt", "no place for [readme.txt]"),
        Arguments.of("com/example/thing/1.1/thing-1.1.jar", "1.1: no pom"));
  }

  @ParameterizedTest
  @MethodSource("otherFiles")
  void noticeWhatDoesNotBelongThere(String name, String violation) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "?");

    assertThat(violations()).anyMatch(text -> text.contains(violation));
  }

  @Test
  void noticeASnapshot() throws IOException {
    folder = Files.createDirectories(folder.resolveSibling("1.0-SNAPSHOT"));
    write(
        "thing-1.0-SNAPSHOT.pom",
        POM.replace("<version>1.0<", "<packaging>pom</packaging><version>1.0-SNAPSHOT<"));

    assertThat(violations()).singleElement().asString().endsWith("1.0-SNAPSHOT: a snapshot");
  }

  @Test
  void wantSomething(@TempDir Path empty) throws IOException {
    assertThat(CentralRules.violations(empty, (file, signature) -> true))
        .containsExactly("nothing is staged");
  }
}
