package com.configcat.management.resource;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages lazily, each when its first row is needed.
 *
 * <p>Rows added while reading move others to the next page; those are returned only once.
 */
final class PagedSpliterator<T> extends AbstractSpliterator<T> {
  private final IntFunction<Page<T>> pages;
  private final Function<T, @Nullable Object> id;
  private final Set<Object> seen = new HashSet<>();
  private Iterator<T> rows = Collections.emptyIterator();
  private int page;
  private boolean isLast;

  private PagedSpliterator(IntFunction<Page<T>> pages, Function<T, @Nullable Object> id) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.pages = pages;
    this.id = id;
  }

  /**
   * Creates a lazy, sequential stream.
   *
   * @param pages reads a page by its number, starting at 1
   * @param id identifies a row; rows with a null id are never skipped
   */
  public static <T> Stream<T> stream(IntFunction<Page<T>> pages, Function<T, @Nullable Object> id) {
    return StreamSupport.stream(new PagedSpliterator<>(pages, id), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    while (true) {
      while (rows.hasNext()) {
        T row = rows.next();
        @Nullable Object key = row == null ? null : id.apply(row);
        if (row != null && (key == null || seen.add(key))) {
          action.accept(row);
          return true;
        }
      }
      if (isLast) {
        return false;
      }
      Page<T> next = pages.apply(page + 1);
      page++;
      rows = next.rows().iterator();
      isLast = !next.hasNext() || next.rows().isEmpty();
    }
  }
}
