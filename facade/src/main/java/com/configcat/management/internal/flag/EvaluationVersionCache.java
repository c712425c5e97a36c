package com.configcat.management.internal.flag;

import com.configcat.management.core.SdkKey;
import com.configcat.management.internal.core.Sha256;
import com.configcat.management.internal.json.ValueFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the evaluation version of Configs, which never changes. Shared by all threads of a
 * client; holds hashes of SDK keys, never the keys.
 */
public final class EvaluationVersionCache {
  /** How many SDK keys, Configs and flags are remembered, each. */
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
