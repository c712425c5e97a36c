package com.configcat.management.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Follows the links of the README and of what it leads to, as far as they stay in the project. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void leadToAFileAndToAHeadingInIt() throws IOException {
    List<Path> files = new ArrayList<>(Readme.FILES);
    files.add(files.get(0).resolveSibling("CONTRIBUTING.md"));
    files.add(files.get(0).resolveSibling("openapi/conformance/README.md"));
    List<String> dead = new ArrayList<>();
    for (Path file : files) {
      for (String link : links(Files.readString(file))) {
        if (!leads(file, link)) {
          dead.add(file.getFileName() + ": " + link);
        }
      }
    }

    assertThat(dead).isEmpty();
  }

  private static List<String> links(String text) {
    return LINK.matcher(text)
        .results()
        .map(result -> result.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  private static boolean leads(Path from, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(String text) {
    return HEADING
        .matcher(text)
        .results()
        .map((MatchResult heading) -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
