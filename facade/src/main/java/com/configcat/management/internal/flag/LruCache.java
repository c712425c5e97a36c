package com.configcat.management.internal.flag;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bounded map that evicts the entry used least recently. Thread-safe. */
final class LruCache<K, V> {
  private final int capacity;

  // Guarded by this.
  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

  LruCache(int capacity) {
    this.capacity = capacity;
  }

  synchronized @Nullable V get(K key) {
    return entries.get(key);
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
    if (entries.size() > capacity) {
      Iterator<K> leastRecentlyUsed = entries.keySet().iterator();
      leastRecentlyUsed.next();
      leastRecentlyUsed.remove();
    }
  }

  synchronized int size() {
    return entries.size();
  }
}
