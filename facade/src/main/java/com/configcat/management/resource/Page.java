package com.configcat.management.resource;

import com.configcat.management.model.PagingResponseInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param hasNext whether another page may follow
 * @param totalPages the number of pages; null if it is unknown
 */
record Page<T>(List<T> rows, boolean hasNext, @Nullable Integer totalPages) {
  /** The page size: the maximum that the service accepts. */
  public static final int SIZE = 100;

  /** Creates a page from a response, in which anything may be missing. */
  public static <T> Page<T> of(@Nullable List<T> rows, @Nullable PagingResponseInfo paging) {
    @Nullable Boolean next = paging == null ? null : paging.getHasNext();
    return new Page<>(
        rows == null ? List.of() : rows,
        next != null && next,
        paging == null ? null : paging.getTotalPages());
  }
}
