package com.configcat.management.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's table of versions, beside what is built and run with. */
class VersionTableTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+?) \\| ([0-9][^|]*?) \\| ([^|]+?) \\| [^|]+ \\|$");
  private static final Pattern PROPERTY =
      Pattern.compile("<([a-z0-9.-]+\\.version)>([^<@$]+)</\\1>");

  @ParameterizedTest
  @CsvSource({
    "OkHttp, okhttp.version",
    "Gson, gson.version",
    "'Kotlin''s standard library, below OkHttp', kotlin.version",
    "SLF4J (optional), slf4j.version",
    "Bucket4j (optional), bucket4j.version"
  })
  void namesTheLowestAndHighestThatAreRun(String library, String property) throws IOException {
    Map<String, String> highest = properties("pom.xml");
    highest.putAll(properties("integration-tests/packaging/highest/pom.xml"));

    assertThat(rows().get(library))
        .containsExactly(
            properties("integration-tests/packaging/lowest/pom.xml").get(property),
            highest.get(property));
  }

  @Test
  void namesTheRetrofitThatIsBuiltWith() throws IOException {
    assertThat(rows().get("Retrofit")).contains(properties("pom.xml").get("retrofit.version"));
  }

  @Test
  void namesTheSpringBootAndTheMicrometerThatAreRun() throws IOException {
    Map<String, String> versions = properties("pom.xml");

    assertThat(rows().get("Spring Boot (optional)"))
        .containsExactly(
            versions.get("spring-boot3.version"), versions.get("spring-boot4.version"));
    assertThat(rows().get("Micrometer (optional)")).contains(versions.get("micrometer.version"));
  }

  @Test
  void namesTheJdksThatTheWorkflowsBuildOn() throws IOException {
    String workflow = Files.readString(Readme.PROJECT.resolve(".github/workflows/verify.yml"));

    assertThat(
            Stream.concat(
                    matches("java: ([0-9]+)\n", workflow),
                    matches("java: \\[([0-9, ]+)]", workflow)
                        .flatMap(versions -> Stream.of(versions.split(", ", -1))))
                .distinct())
        .containsExactlyInAnyOrder("17", "21", "25");
    assertThat(rows().get("JDK")).containsExactly("17", "25");
  }

  private static Stream<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
  }

  private static Map<String, List<String>> rows() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    ROW.matcher(Files.readString(Readme.PROJECT.resolve("README.md")))
        .results()
        .forEach(row -> rows.put(row.group(1), List.of(row.group(2), row.group(3))));
    return rows;
  }

  private static Map<String, String> properties(String pom) throws IOException {
    Map<String, String> properties = new TreeMap<>();
    PROPERTY
        .matcher(Files.readString(Readme.PROJECT.resolve(pom)))
        .results()
        .forEach((MatchResult match) -> properties.put(match.group(1), match.group(2)));
    return properties;
  }
}
