package com.configcat.management.openapi.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.ReplayContract;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract's part of a build decides on each replayed document. */
class ReplayCheckTest {
  @TempDir Path folder;

  static List<ReplayCase> additive() {
    return ReplayCatalog.additive();
  }

  static List<ReplayCase> breaking() {
    return ReplayCatalog.breaking();
  }

  @ParameterizedTest
  @MethodSource("additive")
  void isBuiltFromWhenItOnlyAdds(ReplayCase replay) throws IOException {
    assertThat(ReplayContract.build("auto", replay.document(), folder).refusal()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void stopsALiveBuildWithTheNamesOfAllThatItBreaks(ReplayCase replay) throws IOException {
    Optional<String> refusal =
        ReplayContract.build("auto", replay.document(), folder.resolve("auto")).refusal();

    if (refusal.isEmpty()) {
      assertThat(replay.isRefused()).isFalse();
      ReplayContract.build("live", replay.document(), folder.resolve("live"));
    } else {
      assertThatThrownBy(
              () -> ReplayContract.build("live", replay.document(), folder.resolve("live")))
          .isInstanceOf(ContractException.class)
          .satisfies(
              stop ->
                  assertThat(replay.refused())
                      .allSatisfy(sentence -> assertThat(stop).hasMessageContaining(sentence)))
          .hasMessageMatching("(?s).* would break the (facade|tests): '.+' is (gone|now '.+').*")
          .hasMessageNotContaining(" more");
      assertThat(folder.resolve("live/contract")).doesNotExist();
    }
  }

  @Test
  void isBuiltFromWhoeverWroteIt() throws IOException {
    for (Map.Entry<String, ObjectNode> document : ForeignDocuments.all().entrySet()) {
      assertThat(ReplayContract.build("auto", document.getValue(), folder).refusal())
          .as(document.getKey())
          .isEmpty();
    }
  }

  @Test
  void anOldDocumentSuitsTheGeneratedClientAlone() throws IOException {
    ObjectNode old = OldDocument.document();
    assertThat(ApiOperations.of(old)).hasSize(92);

    assertThat(ReplayContract.build("auto", old, folder).refusal())
        .hasValueSatisfying(why -> assertThat(why).contains("would break the facade"));
    ReplayContract.buildTheClientAlone(old, folder);
    assertThat(ApiOperations.of(ReplayContract.fixed(folder))).hasSize(92);
  }
}
