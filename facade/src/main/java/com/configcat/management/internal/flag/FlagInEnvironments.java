package com.configcat.management.internal.flag;

import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.api.FlagsApi;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.internal.call.ConcurrentReads;
import com.configcat.management.internal.call.ConcurrentReads.Read;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.targeting.FlagType;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the value of a flag in all Environments of its Product at once. */
public final class FlagInEnvironments {
  private final FlagServices services;
  private final FlagsApi flags;
  private final EnvironmentsApi environments;

  public FlagInEnvironments(FlagServices services, FlagsApi flags, EnvironmentsApi environments) {
    this.services = services;
    this.flags = flags;
    this.environments = environments;
  }

  public Map<EnvironmentModel, FlagValue> values(UUID productId, int settingId) {
    return read(productId, settingId, FlagHandle::value);
  }

  public <T> Map<EnvironmentModel, T> defaults(UUID productId, int settingId, FlagType<T> type) {
    return read(
        productId,
        settingId,
        (endpoint, read) -> ServedContent.defaultOf(read, type, endpoint.reads()));
  }

  private <T> Map<EnvironmentModel, T> read(
      UUID productId, int settingId, BiFunction<ValueEndpoint, ValueSnapshot, T> decode) {
    List<EnvironmentModel> all = environments(productId, settingId);
    Map<EnvironmentModel, T> values = new LinkedHashMap<>();
    if (!all.isEmpty()) {
      ValueFormat format = flag(all.get(0), settingId).format();
      ConcurrentReads reads = new ConcurrentReads();
      Map<EnvironmentModel, Supplier<T>> answers = new LinkedHashMap<>();
      for (EnvironmentModel environment : all) {
        ValueEndpoint endpoint = flag(environment, settingId).endpoint(format);
        Read<JsonObject> answer = reads.add(endpoint.newRead());
        answers.put(
            environment, () -> decode.apply(endpoint, new ValueSnapshot(format, answer.body())));
      }
      reads.run();
      answers.forEach((environment, answer) -> values.put(environment, answer.get()));
    }
    return Collections.unmodifiableMap(values);
  }

  private FlagById flag(EnvironmentModel environment, int settingId) {
    return new FlagById(services, environment.getEnvironmentId(), settingId);
  }

  /** Reads the Environments, and meanwhile which Config the flag is in. */
  private List<EnvironmentModel> environments(UUID productId, int settingId) {
    ConcurrentReads reads = new ConcurrentReads();
    Read<List<EnvironmentModel>> listed = reads.add(environments.getEnvironments(productId));
    @Nullable Read<SettingModel> flag =
        services.versions().configOf(settingId) == null
            ? reads.add(flags.getSetting(settingId))
            : null;
    reads.run();
    if (flag != null) {
      services.versions().putConfigOf(settingId, FlagById.configId(flag.body()));
    }
    return listed.body();
  }
}
