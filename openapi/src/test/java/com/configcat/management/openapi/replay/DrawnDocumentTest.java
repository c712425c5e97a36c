package com.configcat.management.openapi.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.ReplayContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check alone; the profile 'replay' builds from what passes it. */
class DrawnDocumentTest {
  private static final long FIRST = Long.getLong("replay.seed", 1);
  private static final int COUNT = Integer.getInteger("replay.count", 8);

  static Stream<DrawnDocument> drawn() {
    return LongStream.range(FIRST, FIRST + COUNT).mapToObj(DrawnDocument::of);
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void isBuiltFromOrRefusedInASentenceThatNamesWhatIsWrong(
      DrawnDocument drawn, @TempDir Path folder) throws IOException {
    ReplayContract.build("auto", drawn.document(), folder)
        .refusal()
        .ifPresent(
            reason ->
                assertThat(reason)
                    .as("%s", drawn)
                    .matches("(?s).*(the client cannot be generated|would break|the document ).*")
                    .doesNotContain("cannot be processed", "cannot be fixed"));
  }

  @Test
  void aSeedDrawsTheSameAgain() {
    assertThat(DrawnDocument.of(7))
        .isEqualTo(DrawnDocument.of(7))
        .isNotEqualTo(DrawnDocument.of(8));
  }
}
