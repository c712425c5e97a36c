package com.configcat.management.openapi.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.check.ContractFacts;
import com.configcat.management.openapi.check.DocumentCheck;
import com.configcat.management.openapi.compare.Change;
import com.configcat.management.openapi.compare.ContractComparison;
import com.configcat.management.openapi.compare.Severity;
import com.configcat.management.openapi.document.ChosenDocument;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayCatalogTest {
  private static final Map<String, String> SAID = said();
  private static final ChosenDocument BEFORE = Documents.chosen(Documents.pinned());

  static List<ReplayCase> all() {
    return ReplayCatalog.all();
  }

  @Test
  void hasEnoughOfBothKindsAndEachNameOnce() {
    assertThat(ReplayCatalog.additive()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(ReplayCatalog.breaking()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(ReplayCatalog.breaking()).filteredOn(ReplayCase::isRefused).hasSizeBetween(6, 24);
    assertThat(all()).extracting(ReplayCase::name).doesNotHaveDuplicates();
    assertThat(SAID.keySet())
        .containsExactlyInAnyOrderElementsOf(all().stream().map(ReplayCase::name).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void isAUsableDocumentAndRefusedOnlyWhereTheFacadeNeedsWhatChanged(ReplayCase replay) {
    ObjectNode document = replay.document();

    assertThatCode(() -> DocumentCheck.check(document)).doesNotThrowAnyException();
    List<String> broken =
        Documents.facadeUse().brokenBy(new ContractFacts(Documents.fixed(document)));
    assertThat(broken.isEmpty()).as("%s", broken).isEqualTo(!replay.isRefused());
    assertThat(replay.refused())
        .allSatisfy(
            sentence -> assertThat(broken).anySatisfy(b -> assertThat(b).startsWith(sentence)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isToldInTheseWords(ReplayCase replay) {
    List<Change> changes =
        ContractComparison.between(
            BEFORE, Documents.chosen(replay.document()), Documents.facadeUse());

    StringBuilder told = new StringBuilder();
    for (Change change : changes) {
      told.append(change.severity()).append(' ');
      boolean hasMember = !change.member().words().isEmpty();
      told.append(
          change.severity() == Severity.NO_EFFECT && hasMember ? change.member() + ": " : "");
      told.append(change.sentence()).append('\n');
    }
    assertThat(told.toString()).isEqualTo(SAID.get(replay.name()));
  }

  /** Reads what is to be said: a case's name, and below it, indented, a line for each change. */
  private static Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    String name = "";
    for (String line : Documents.resource(ReplayCatalogTest.class, "said.txt").split("\n", -1)) {
      if (line.startsWith("  ")) {
        said.merge(name, line.strip() + "\n", String::concat);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        name = line;
        said.put(name, "");
      }
    }
    return said;
  }
}
