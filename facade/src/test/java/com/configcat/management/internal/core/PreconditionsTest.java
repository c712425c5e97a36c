package com.configcat.management.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class PreconditionsTest {
  @Test
  void saysWhatToGive() {
    assertThatNullPointerException()
        .isThrownBy(() -> Preconditions.value(null, "id", "give one"))
        .withMessage("id is null: give one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Preconditions.text(" ", "name", 9, "give one"))
        .withMessage("name is blank: give one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Preconditions.text("abc", "name", 2, "give one"))
        .withMessage(
            "name has 3 characters, more than the 2 that the service accepts: give a shorter one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Preconditions.text("a\nb", "name", "give one"))
        .withMessage("name contains a control character, such as a line break: leave it out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Preconditions.lines("\n", "reason", "give one"))
        .withMessage("reason is blank: give one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Preconditions.positive(0, "size", "give 1 or more"))
        .withMessage("size is 0: give 1 or more");
  }

  @Test
  void returnsWhatIsRight() {
    assertThat(Preconditions.text("ab", "name", 2, "give one")).isEqualTo("ab");
    assertThat(Preconditions.lines("a\nb", "reason", "give one")).isEqualTo("a\nb");
    assertThat(Preconditions.atMost("", "name", 2)).isEmpty();
    assertThat(Preconditions.positive(1, "size", "give 1 or more")).isEqualTo(1);
  }
}
