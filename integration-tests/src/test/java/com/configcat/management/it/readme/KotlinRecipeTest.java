package com.configcat.management.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The cookbook's Kotlin is what the project that compiles and runs it contains. */
class KotlinRecipeTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```kotlin\\R(.*?)^```");

  @Test
  void isCompiledAndRun() throws IOException {
    String cookbook = Files.readString(Readme.PROJECT.resolve("facade/COOKBOOK.md"));
    List<String> recipes = BLOCK.matcher(cookbook).results().map(r -> r.group(1)).toList();
    String program =
        Files.readString(
            Readme.PROJECT.resolve("integration-tests/packaging/kotlin/src/main/kotlin/Recipe.kt"));
    assertThat(recipes).hasSize(1);
    assertThat(program.replaceAll("(?m)^    ", "")).contains(recipes);
  }
}
