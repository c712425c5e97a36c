package com.configcat.management.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.it.readme.MarkdownExamples.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recipes that need a store are what the profile 'instances' compiles and runs. */
class StoreRecipesTest {
  private static final String PROGRAMS =
      "integration-tests/src/test/java/com/configcat/management/it/instances/";

  @Test
  void areWhatTheirProgramsHave() throws IOException {
    List<Block> recipes =
        MarkdownExamples.in(Readme.FILES).stream()
            .filter(block -> block.program() != null)
            .toList();
    assertThat(recipes)
        .extracting(Block::program)
        .containsExactly("RedisRecipe", "PostgreSqlRecipe", "PostgreSqlRecipe");
    for (Block recipe : recipes) {
      String program =
          Files.readString(Readme.PROJECT.resolve(PROGRAMS + recipe.program() + ".java"));
      assertThat(recipe.imports()).as("imports of %s", recipe).allMatch(program::contains);
      assertThat(
              program
                  .replaceAll("(?m)^    ", "")
                  // An example calls the real service, a test its own.
                  .replaceAll("(?m)^ *\\.baseUrl\\(baseUrl\\)\\R", ""))
          .contains(recipe.body());
    }
  }
}
