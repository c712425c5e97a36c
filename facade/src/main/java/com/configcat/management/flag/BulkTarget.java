package com.configcat.management.flag;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of one Config in one Environment, in one of the two formats. */
interface BulkTarget<V> {
  /** Reads all of them. */
  ConfigSnapshot read();

  /**
   * Replaces some of them at once.
   *
   * @param version what the newest one must be; null to replace them whatever they are
   * @return all of them as they are then
   */
  ConfigSnapshot replace(Map<Integer, V> values, @Nullable UUID version);

  /** Replaces one of them, whose version must be this one. */
  void replace(int settingId, V value, UUID version);

  /** Returns what a value is made of, as JSON. */
  JsonObject content(V value);
}
