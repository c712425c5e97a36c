package com.configcat.management.internal.flag;

import com.configcat.management.api.SdkKey;
import com.configcat.management.internal.core.Sha256;
import com.configcat.management.internal.json.ValueFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Caches the evaluation versions of Configs, which never change. Contains hashes of SDK keys
 * instead of the keys. Thread-safe.
 */
public final class EvaluationVersionCache {
  /** The capacity for each of SDK keys, Configs and settings. */
  static final int CAPACITY = 500;

  private static final int HASH_BYTES = 32;

  private final LruCache<String, ValueFormat> bySdkKey = new LruCache<>(CAPACITY);
  private final LruCache<UUID, ValueFormat> byConfig = new LruCache<>(CAPACITY);
  private final LruCache<Integer, UUID> configBySetting = new LruCache<>(CAPACITY);

  @Nullable ValueFormat get(SdkKey sdkKey) {
    return bySdkKey.get(hash(sdkKey));
  }

  void put(SdkKey sdkKey, ValueFormat format) {
    bySdkKey.put(hash(sdkKey), format);
  }

  @Nullable ValueFormat get(UUID configId) {
    return byConfig.get(configId);
  }

  void put(UUID configId, ValueFormat format) {
    byConfig.put(configId, format);
  }

  @Nullable UUID configOf(int settingId) {
    return configBySetting.get(settingId);
  }

  void putConfigOf(int settingId, UUID configId) {
    configBySetting.put(settingId, configId);
  }

  private static String hash(SdkKey sdkKey) {
    return Sha256.hex(sdkKey.value(), HASH_BYTES);
  }
}
