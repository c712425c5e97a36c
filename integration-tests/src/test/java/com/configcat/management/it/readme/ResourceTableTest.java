package com.configcat.management.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.it.contract.Contract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the table of resources to what the client has; the words in it are free. */
@Tag("words")
class ResourceTableTest {
  private static final Path FILE =
      Path.of(System.getProperty("integration-tests.directory"))
          .resolveSibling("facade/RESOURCES.md");
  private static final Pattern TABLE =
      Pattern.compile("<!-- resources -->\\R(.*?)<!-- /resources -->", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)\\(\\)` \\| (.*?) \\| (.*) \\|$", Pattern.MULTILINE);
  private static final String OURS = "com.configcat.management.";

  @Test
  void namesEveryResourceAndItsMethods() throws IOException {
    Map<String, List<String>> rows = rows();
    Map<String, Method> accessors = accessors();

    assertThat(rows.keySet())
        .as("Resources in RESOURCES.md, between <!-- resources --> and <!-- /resources -->")
        .containsExactlyElementsOf(accessors.keySet());
    if (Contract.ofBuild().pulled()) {
      return; // Operations come and go with the document; the table is about the pinned one.
    }
    List<String> wrong =
        accessors.entrySet().stream()
            .filter(entry -> !rows.get(entry.getKey()).get(1).equals(methods(entry.getValue())))
            .map(e -> row(e.getKey(), rows.get(e.getKey()).get(0), methods(e.getValue())))
            .toList();
    assertThat(wrong).as("Rows to put into the table of RESOURCES.md").isEmpty();
  }

  /** What the table says, by the name of the accessor: its words, and the cell of methods. */
  private static Map<String, List<String>> rows() throws IOException {
    Matcher table = TABLE.matcher(Files.readString(FILE));
    assertThat(table.find()).as("a table between the markers in RESOURCES.md").isTrue();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(table.group(1));
    while (row.find()) {
      rows.put(row.group(1), List.of(row.group(2), row.group(3)));
    }
    return rows;
  }

  private static Map<String, Method> accessors() {
    return Arrays.stream(ConfigCatManagementClient.class.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType().getName().startsWith(OURS))
        .sorted(Comparator.comparing(Method::getName))
        .collect(
            Collectors.toMap(Method::getName, m -> m, (one, other) -> one, LinkedHashMap::new));
  }

  private static String methods(Method accessor) {
    Stream<Method> methods =
        Arrays.stream(accessor.getReturnType().getMethods())
            .filter(method -> method.getDeclaringClass().getName().startsWith(OURS))
            .filter(method -> !method.isBridge() && !method.isSynthetic());
    return methods
        .map(Method::getName)
        .distinct()
        .sorted()
        .map("`%s`"::formatted)
        .collect(Collectors.joining(", "));
  }

  private static String row(String accessor, String words, String methods) {
    return "| `%s()` | %s | %s |".formatted(accessor, words, methods);
  }
}
