package com.configcat.management.flag;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a Config in an Environment, in V1 or V2 format. */
interface BulkTarget<V> {
  ConfigSnapshot read();

  /**
   * Replaces several values with one request.
   *
   * @param version the version that the most recently written value must have; null for no
   *     condition
   * @return all values of the Config after the write
   */
  ConfigSnapshot replace(Map<Integer, V> values, @Nullable UUID version);

  /** Replaces one value on condition of its version. */
  void replace(int settingId, V value, UUID version);

  /** Returns a value as JSON. */
  JsonObject content(V value);
}
