package com.configcat.management.internal.ensure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.NoMatchException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinderTest {
  private static final Finder<String> FINDER =
      new Finder<>(
          ResourceKind.TAG, name -> name.equals("nameless") ? null : name, String::hashCode);

  @Test
  void passesOverWhatHasNoName() {
    List<String> all = List.of("nameless", "web");

    assertThat(FINDER.one(all, "web")).hasValue("web");
    assertThat(FINDER.one(all, "nameless")).isEmpty();
    assertThat(FINDER.matching(all, name -> true)).containsExactly("web");
  }

  @Test
  void keepsTheOrderOfTheList() {
    assertThat(FINDER.matching(Arrays.asList("b", "a", "c"), name -> !name.equals("a")))
        .containsExactly("b", "c");
  }

  @Test
  void namesFromElsewhereStayInOneShortLineOfAMessage() {
    List<String> all = List.of("a\tb\u202e" + "x".repeat(200));

    assertThatExceptionOfType(NoMatchException.class)
        .isThrownBy(() -> FINDER.required(all, "a b" + "x".repeat(201)))
        .withMessageContaining("Near: 'a b x")
        .satisfies(
            e -> {
              assertThat(e.getMessage()).doesNotContain("\t", "\u202e").hasSizeLessThan(400);
              assertThat(e.suggestions().get(0)).hasSize(101);
              assertThat(e.operation()).isEqualTo(ResourceKind.TAG.list());
            });
  }

  @Test
  void severalAreNamedByTheirIds() {
    assertThatExceptionOfType(AmbiguousMatchException.class)
        .isThrownBy(() -> FINDER.required(List.of("web", "web"), "web"))
        .withMessage(
            "2 have the name 'web' (GET /v1/products/{productId}/tags): use one of the ids "
                + "web".hashCode()
                + ", "
                + "web".hashCode());
  }
}
