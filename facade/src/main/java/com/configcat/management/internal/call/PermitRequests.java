package com.configcat.management.internal.call;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds the requests that wait for a permit, in order. Only {@link #isEmpty} is thread-safe. */
final class PermitRequests {
  private final TreeMap<Long, PermitRequest> bySequence = new TreeMap<>();
  private volatile boolean empty = true;

  /** Returns whether there are none; another thread may add one meanwhile. */
  boolean isEmpty() {
    return empty;
  }

  void add(PermitRequest request) {
    bySequence.put(request.sequence(), request);
    empty = false;
  }

  void remove(PermitRequest request) {
    bySequence.remove(request.sequence(), request);
    empty = bySequence.isEmpty();
  }

  boolean contains(PermitRequest request) {
    return bySequence.get(request.sequence()) == request;
  }

  /** Returns how many go before a sequence number. */
  int ahead(long sequence) {
    // New calls come last; to count what is before a call that comes back takes longer.
    return bySequence.isEmpty() || bySequence.lastKey() < sequence
        ? bySequence.size()
        : bySequence.headMap(sequence).size();
  }

  /** Returns the first; null if there is none. */
  @Nullable PermitRequest first() {
    Map.Entry<Long, PermitRequest> entry = bySequence.firstEntry();
    return entry == null ? null : entry.getValue();
  }

  /** Removes the first, and returns it; null if there is none. */
  @Nullable PermitRequest poll() {
    Map.Entry<Long, PermitRequest> entry = bySequence.pollFirstEntry();
    empty = bySequence.isEmpty();
    return entry == null ? null : entry.getValue();
  }

  List<PermitRequest> all() {
    return List.copyOf(bySequence.values());
  }
}
