package com.configcat.management.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '~',
      value = {
        "s3cret\uFEFF|invisible character U+FEFF",
        "s3c\u200Bret|invisible character U+200B",
        "s3cret\u00A0|invisible character U+00A0",
        "s3cret\u2060|invisible character U+2060",
        "s3\u202Fcret|invisible character U+202F",
        " s3cret|begins or ends with a space",
        "s3cret |begins or ends with a space",
        "\"s3cret\"|is in quotes",
        "'s3cret'|is in quotes",
        "`s3cret`|is in quotes",
        "\u201Cs3cret\u201D|is in quotes",
        "\u201Es3cret\u201C|is in quotes",
        "s3cr\uD83Det|half of a surrogate pair",
      })
  void refusesWhatCopyingAdds(String bad, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.of(bad, "password"))
        .withMessageContainingAll("The user name", message)
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("cret"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.of("user", bad))
        .withMessageContainingAll("The password", message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p w", "it's", "\"", "'a", "\u00E4\uD83D\uDE00", "a\"b\""})
  void takesWhatAPasswordMayBe(String password) {
    assertThat(Credentials.of("user", password)).isNotNull();
  }
}
