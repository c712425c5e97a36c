package com.configcat.management.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.core.EnsuredItem.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsuredAllTest {
  private static final RuntimeException REFUSED = new RuntimeException("refused");
  private static final EnsuredItem<String, Integer> CREATED = item("a", Status.CREATED, 1, null);
  private static final EnsuredItem<String, Integer> UNCHANGED =
      item("b", Status.UNCHANGED, 2, null);
  private static final EnsuredItem<String, Integer> FAILED =
      item("c", Status.FAILED, null, REFUSED);
  private static final EnsuredItem<String, Integer> NOT_TRIED =
      item("d", Status.NOT_TRIED, null, null);

  private static EnsuredItem<String, Integer> item(
      String name, Status status, Integer value, RuntimeException failure) {
    return new EnsuredItem<>(name, "wanted " + name, status, value, failure);
  }

  @Test
  void isCompleteOnceAllAreAsWanted() {
    EnsuredAll<String, Integer> all = new EnsuredAll<>(List.of(CREATED, UNCHANGED), null);

    assertThat(all.isComplete()).isTrue();
    assertThat(all.stoppedBy()).isEmpty();
    assertThat(all.left()).isEmpty();
    assertThat(all.valuesOrThrow()).containsExactly(1, 2);
  }

  @Test
  void tellsWhatIsLeft() {
    EnsuredAll<String, Integer> all =
        new EnsuredAll<>(List.of(NOT_TRIED, CREATED, FAILED), REFUSED);

    assertThat(all.isComplete()).isFalse();
    assertThat(all.stoppedBy()).containsSame(REFUSED);
    assertThat(all.left()).containsExactly("wanted d", "wanted c");
    assertThat(all.items(Status.CREATED)).containsExactly(CREATED);
    assertThat(all.items(Status.UPDATED)).isEmpty();
    assertThat(all).hasToString("d: NOT_TRIED\na: CREATED\nc: FAILED, refused");
  }

  @Test
  void throwsTheFirstFailureInsteadOfValues() {
    assertThatThrownBy(new EnsuredAll<>(List.of(CREATED, FAILED), null)::valuesOrThrow)
        .isSameAs(REFUSED);
    assertThatIllegalStateException()
        .isThrownBy(new EnsuredAll<>(List.of(NOT_TRIED, FAILED), null)::valuesOrThrow)
        .withMessageStartingWith("d was not tried");
  }

  @Test
  void keepsItsItems() {
    List<EnsuredItem<String, Integer>> items = new ArrayList<>(List.of(CREATED));
    EnsuredAll<String, Integer> all = new EnsuredAll<>(items, null);
    items.clear();

    assertThat(all.items()).containsExactly(CREATED).isUnmodifiable();
  }

  @ParameterizedTest
  @EnumSource
  void settledIsWhatIsAsWanted(Status status) {
    assertThat(status.isSettled())
        .isEqualTo(List.of("CREATED", "UPDATED", "UNCHANGED").contains(status.name()));
  }
}
