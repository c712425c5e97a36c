package com.configcat.management.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.core.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.model.PagingResponseInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PagedSpliteratorTest {
  private static final Operation LIST = new Operation("GET", "/list");

  private final List<Integer> asked = new ArrayList<>();

  private Stream<String> stream(List<Page<String>> pages) {
    return PagedSpliterator.stream(
        LIST,
        "$.paging",
        number -> {
          asked.add(number);
          return pages.get(number - 1);
        },
        row -> row.isEmpty() ? null : row);
  }

  @Test
  void readsPagesUntilOneHasNoNext() {
    assertThat(
            stream(
                List.of(
                    new Page<>(List.of("a", "b"), true, null),
                    new Page<>(List.of("c"), false, null))))
        .containsExactly("a", "b", "c");
    assertThat(asked).containsExactly(1, 2);
  }

  @Test
  void readsOnOverAPageOfRowsThatWereGiven() {
    assertThat(
            stream(
                List.of(
                    new Page<>(List.of("a"), true, null),
                    new Page<>(List.of("a"), true, null),
                    new Page<>(List.of("a", "b"), false, null))))
        .containsExactly("a", "b");
  }

  @Test
  void givesRowsWithoutIdAsOftenAsTheyCome() {
    assertThat(stream(List.of(new Page<>(List.of("", "a", ""), false, null))))
        .containsExactly("", "a", "");
  }

  @Test
  void readsAPageAgainThatFailed() {
    boolean[] failed = {false};
    Spliterator<String> rows =
        PagedSpliterator.<String>stream(
                LIST,
                "$.paging",
                number -> {
                  asked.add(number);
                  if (!failed[0]) {
                    failed[0] = true;
                    throw new IllegalStateException("lost");
                  }
                  return new Page<>(List.of("a"), false, null);
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
    assertThat(Page.of(null, null)).isEqualTo(new Page<>(List.of(), false, null));
    PagingResponseInfo more =
        PagingResponseInfo.builder()
            .currentPage(1)
            .hasNext(true)
            .hasPrevious(false)
            .pageSize(1)
            .totalCount(2)
            .totalPages(2)
            .build();
    assertThat(Page.of(List.of("a"), more)).isEqualTo(new Page<>(List.of("a"), true, 2));
  }

  private static Page<String> more(String... rows) {
    return new Page<>(List.of(rows), true, null);
  }

  private static Page<String> of(Integer totalPages, String... rows) {
    return new Page<>(List.of(rows), true, totalPages);
  }

  static Stream<Arguments> pagesWithoutEnd() {
    return Stream.of(
        Arguments.of("one page for ever", 4, List.of(more("a", "b"))),
        Arguments.of("two pages in turn", 5, List.of(more("a"), more("b"))),
        Arguments.of("rows that are null", 3, List.of(more())),
        Arguments.of("beyond the total", 1, List.of(of(1, "a"))),
        Arguments.of("beyond the newest total", 2, List.of(of(3, "a"), of(2, "b"), of(2, "c"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pagesWithoutEnd")
  void endsPagesThatWouldNeverEndWithAnException(
      String name, int read, List<Page<String>> repeating) {
    Stream<String> rows =
        PagedSpliterator.stream(
            LIST,
            "$.paging",
            number -> {
              asked.add(number);
              assertThat(number).as("pages read").isLessThan(20);
              Page<String> page = repeating.get((number - 1) % repeating.size());
              return page.rows().isEmpty()
                  ? new Page<>(Collections.singletonList(null), true, null)
                  : page;
            },
            row -> row);

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> rows.limit(20).forEach(row -> {}));

    assertThat(failure)
        .hasMessageStartingWith("GET /list ")
        .hasMessageContaining("pages might never end");
    assertThat(failure.jsonPath()).isEqualTo("$.paging.hasNext");
    assertThat(asked).hasSize(read);
  }

  @Test
  void readsOnWhileTwoPagesInARowRepeatAndRowsComeAgain() {
    assertThat(
            stream(
                List.of(
                    more("a"),
                    more("a"),
                    more("a"),
                    more("b"),
                    more("a"),
                    more("b"),
                    new Page<>(List.of("c"), false, null))))
        .containsExactly("a", "b", "c");
  }

  @Test
  void anEmptyPageIsTheEnd() {
    assertThat(stream(List.of(of(5, "a"), of(5)))).containsExactly("a");
  }

  @Test
  void returnsTheRowsBeforeItFails() {
    assertThat(stream(List.of(of(1, "a", "b"))).limit(2)).containsExactly("a", "b");
  }
}
