package com.configcat.management.resource;

import com.configcat.management.core.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
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
 * <p>Rows added while reading move others to the next page; those are returned only once. Pages
 * that would never end are an error of the service.
 */
final class PagedSpliterator<T> extends AbstractSpliterator<T> {
  /** The number of pages in a row that may contain only rows already returned. */
  private static final int MOST_REPEATED = 3;

  private final Operation operation;
  private final String paging;
  private final IntFunction<Page<T>> pages;
  private final Function<T, @Nullable Object> id;
  private final Set<Object> seen = new HashSet<>();
  private Iterator<T> rows = Collections.emptyIterator();
  private int page;
  private boolean isLast;
  private @Nullable Integer totalPages;
  private boolean hasNewRow;
  private int repeated;

  private PagedSpliterator(
      Operation operation,
      String paging,
      IntFunction<Page<T>> pages,
      Function<T, @Nullable Object> id) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.operation = operation;
    this.paging = paging;
    this.pages = pages;
    this.id = id;
  }

  /**
   * Creates a lazy, sequential stream.
   *
   * @param operation reads a page; named if the pages never end
   * @param paging the JSON path of the paging information in a page
   * @param pages reads a page by its number, starting at 1
   * @param id identifies a row; rows with a null id are never skipped
   */
  public static <T> Stream<T> stream(
      Operation operation,
      String paging,
      IntFunction<Page<T>> pages,
      Function<T, @Nullable Object> id) {
    return StreamSupport.stream(new PagedSpliterator<>(operation, paging, pages, id), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    while (true) {
      while (rows.hasNext()) {
        T row = rows.next();
        @Nullable Object key = row == null ? null : id.apply(row);
        if (row != null && (key == null || seen.add(key))) {
          hasNewRow = true;
          action.accept(row);
          return true;
        }
      }
      if (isLast) {
        return false;
      }
      int repeatedBefore = checkedRepeats();
      Page<T> next = pages.apply(page + 1);
      page++;
      repeated = repeatedBefore;
      rows = next.rows().iterator();
      isLast = !next.hasNext() || next.rows().isEmpty();
      totalPages = next.totalPages();
      hasNewRow = false;
    }
  }

  /** Returns how many of the last pages had no new row; throws if they would never end. */
  private int checkedRepeats() {
    if (page == 0) {
      return 0;
    }
    if (totalPages != null && page >= totalPages) {
      throw endless("says that a page follows page " + page + " of " + totalPages);
    }
    int repeats = hasNewRow ? 0 : repeated + 1;
    if (repeats >= MOST_REPEATED) {
      throw endless("repeats rows: the last " + repeats + " of " + page + " pages have no new one");
    }
    return repeats;
  }

  private DecodingException endless(String what) {
    return new DecodingException(
        operation + " " + what + ", so that its pages might never end",
        paging + ".hasNext",
        null,
        new FailureContext(operation, 1, false));
  }
}
