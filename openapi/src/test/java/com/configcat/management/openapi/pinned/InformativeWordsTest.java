package com.configcat.management.openapi.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InformativeWordsTest {
  @Test
  void aTextThatRestatesItsNameSaysNothing() {
    assertThat(InformativeWords.informative("configName", "The name of the config.")).isEmpty();
    assertThat(InformativeWords.informative("get-products", "Gets all of the Products")).isEmpty();
    assertThat(InformativeWords.informative("SDKKeysModel", "The SDK keys")).isEmpty();
  }

  @Test
  void countsWhatIsSaidBeyondTheNameOnce() {
    assertThat(
            InformativeWords.informative("order", "Position in the list, from 0 upwards; from 0."))
        .containsExactlyInAnyOrder("position", "0", "upwards");
  }
}
