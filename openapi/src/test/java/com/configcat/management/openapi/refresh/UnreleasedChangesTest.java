package com.configcat.management.openapi.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.document.ContractException;
import org.junit.jupiter.api.Test;

class UnreleasedChangesTest {
  private static final String CHANGELOG =
      """
      # Changelog

      ## [Unreleased]

      **New**

      - One,
        in two lines.

      **Fixed**

      - Another.

      ## 1.0.0

      **New**

      - All.
      """;

  @Test
  void entriesComeBehindThoseOfTheirKind() {
    assertThat(UnreleasedChanges.in(CHANGELOG, "**New**\n\n- Two,\n  long.\n- Three.\n"))
        .isEqualTo(CHANGELOG.replace("lines.\n", "lines.\n- Two,\n  long.\n- Three.\n"));
    assertThat(UnreleasedChanges.in(CHANGELOG, "**Fixed**\n\n- Two.\n"))
        .isEqualTo(CHANGELOG.replace("Another.\n", "Another.\n- Two.\n"));
  }

  @Test
  void aKindThatIsNotThereYetComesLast() {
    assertThat(UnreleasedChanges.in(CHANGELOG, "**Removed**\n\n- Two.\n- Three.\n"))
        .isEqualTo(
            CHANGELOG.replace("Another.\n", "Another.\n\n**Removed**\n\n- Two.\n- Three.\n"));
    assertThat(UnreleasedChanges.in("## [Unreleased]\n\n## 1\n", "**New**\n\n- Two.\n"))
        .isEqualTo("## [Unreleased]\n\n**New**\n\n- Two.\n\n## 1\n");
  }

  @Test
  void whatIsThereAlreadyIsNotAddedAgain() {
    String draft = "**New**\n\n- Two,\n  long.\n\n**Removed**\n\n- Three.\n\n";
    String once = UnreleasedChanges.in(CHANGELOG, draft);

    assertThat(UnreleasedChanges.in(once, draft)).isEqualTo(once).isNotEqualTo(CHANGELOG);
  }

  @Test
  void whatIsReleasedIsNoReasonToLeaveAnEntryOut() {
    assertThat(UnreleasedChanges.in(CHANGELOG, "**New**\n\n- All.\n"))
        .isEqualTo(CHANGELOG.replace("lines.\n", "lines.\n- All.\n"));
  }

  @Test
  void refusesAChangelogWithoutAPlaceForThem() {
    assertThatThrownBy(() -> UnreleasedChanges.in("# Changelog\n", "- One."))
        .isInstanceOf(ContractException.class);
  }
}
