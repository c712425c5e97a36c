package com.configcat.management.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {
  @TempDir private Path folder;

  @Test
  void knowsThePinnedDocument() throws IOException {
    write("pinned");

    assertThat(Contract.in(folder))
        .isEqualTo(new Contract(folder.resolve("openapi.json"), "h", "pinned", "2026-08"));
    assertThat(Contract.in(folder).pulled()).isFalse();
  }

  @Test
  void takesAnyOtherSourceForPulled() throws IOException {
    write("https\\://example.com/pinned");

    assertThat(Contract.in(folder).pulled()).isTrue();
  }

  @Test
  void saysWhatToBuildWhenThereIsNone() {
    assertThatThrownBy(() -> Contract.in(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("Build the openapi module first");
  }

  private void write(String source) throws IOException {
    Files.writeString(folder.resolve("openapi.json"), "{}");
    Files.writeString(
        folder.resolve("contract.properties"),
        "contract.hash=h\ncontract.date=2026-08\ncontract.source=" + source + "\n");
  }
}
