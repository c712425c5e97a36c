package com.configcat.management.resource;

import com.configcat.management.model.PagingResponseInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param rows what is on it
 * @param hasNext whether another page may follow
 */
record Page<T>(List<T> rows, boolean hasNext) {
  /** How many rows are asked for at a time: the most that the service gives. */
  public static final int SIZE = 100;

  /**
   * Reads the service's envelope, in which anything may be missing.
   *
   * @param <T> what is listed
   * @param rows what is on the page; null for nothing
   * @param paging where it is in the list; null if it is all
   * @return the page
   */
  public static <T> Page<T> of(@Nullable List<T> rows, @Nullable PagingResponseInfo paging) {
    @Nullable Boolean next = paging == null ? null : paging.getHasNext();
    return new Page<>(rows == null ? List.of() : rows, next != null && next);
  }
}
