package com.configcat.management.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0",
        "1.2.3",
        "10.20.30",
        "99999999999999999999.0.1",
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-0.3.7",
        "1.0.0-x-y-z.--",
        "1.0.0--",
        "1.0.0-0a.00b",
        "1.0.0+001",
        "1.0.0-beta+exp.sha.5114f85",
        "1.0.0+21AF26D3---117B344092BD",
        "1.0.0+build-with-hyphens.0-1"
      })
  void acceptsVersions(String version) {
    assertThat(SemanticVersion.checked(version)).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2",
        "1.2.3.4",
        "v1.2.3",
        "1.2.3 ",
        " 1.2.3",
        "1.2.x",
        "01.2.3",
        "1.02.3",
        "1.2.03",
        "1..3",
        ".1.2",
        "1.2.",
        "1.2.3-",
        "1.2.3-01",
        "1.2.3-a.01",
        "1.2.3-a..b",
        "1.2.3-a_b",
        "1.2.3+",
        "1.2.3+a+b",
        "1.2.3+a..b",
        "1.2.3-+b",
        "-1.2.3",
        "+1.2.3",
        "1,2,3",
        "1.2.٣",
        "1.2.3-ä",
        "latest"
      })
  void refusesWhatIsNone(String version) {
    assertThatIllegalArgumentException().isThrownBy(() -> SemanticVersion.checked(version));
  }
}
