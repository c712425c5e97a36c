package com.configcat.management.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.configcat.management.model.PagingResponseInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagedSpliteratorTest {
  private final List<Integer> asked = new ArrayList<>();

  private Stream<String> stream(List<Page<String>> pages) {
    return PagedSpliterator.stream(
        number -> {
          asked.add(number);
          return pages.get(number - 1);
        },
        row -> row.isEmpty() ? null : row);
  }

  @Test
  void readsPagesUntilOneHasNoNext() {
    assertThat(
            stream(List.of(new Page<>(List.of("a", "b"), true), new Page<>(List.of("c"), false))))
        .containsExactly("a", "b", "c");
    assertThat(asked).containsExactly(1, 2);
  }

  @Test
  void readsOnOverAPageOfRowsThatWereGiven() {
    assertThat(
            stream(
                List.of(
                    new Page<>(List.of("a"), true),
                    new Page<>(List.of("a"), true),
                    new Page<>(List.of("a", "b"), false))))
        .containsExactly("a", "b");
  }

  @Test
  void givesRowsWithoutIdAsOftenAsTheyCome() {
    assertThat(stream(List.of(new Page<>(List.of("", "a", ""), false))))
        .containsExactly("", "a", "");
  }

  @Test
  void readsAPageAgainThatFailed() {
    boolean[] failed = {false};
    Spliterator<String> rows =
        PagedSpliterator.<String>stream(
                number -> {
                  asked.add(number);
                  if (!failed[0]) {
                    failed[0] = true;
                    throw new IllegalStateException("lost");
                  }
                  return new Page<>(List.of("a"), false);
                },
                row -> row)
            .spliterator();

    assertThatIllegalStateException().isThrownBy(() -> rows.tryAdvance(row -> {}));
    List<String> seen = new ArrayList<>();
    rows.forEachRemaining(seen::add);

    assertThat(seen).containsExactly("a");
    assertThat(asked).containsExactly(1, 1);
  }

  @Test
  void anEnvelopeMayMissAnything() {
    assertThat(Page.of(null, null)).isEqualTo(new Page<>(List.of(), false));
    PagingResponseInfo more =
        PagingResponseInfo.builder()
            .currentPage(1)
            .hasNext(true)
            .hasPrevious(false)
            .pageSize(1)
            .totalCount(2)
            .totalPages(2)
            .build();
    assertThat(Page.of(List.of("a"), more)).isEqualTo(new Page<>(List.of("a"), true));
  }
}
