package com.configcat.management.internal.flag;

import com.configcat.management.api.SdkKey;
import com.configcat.management.core.Operation;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.internal.rest.TaskResponses;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.operations.CallRunner;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The operations that read and write one value of one flag. */
final class ValueEndpoint {
  private static final String BY_ID = "environments/{environmentId}/settings/{settingId}/value";
  private static final String BY_SDK_KEY = "settings/{settingKeyOrId}/value";

  private interface Patching {
    Call<JsonObject> call(
        List<JsonPatchOperation> patch, @Nullable String version, WriteOptions options);
  }

  private interface Replacing {
    FlagValue run(JsonObject body, WriteOptions options);
  }

  private final ValueFormat format;
  private final String path;
  private final CallRunner runner;
  private final Supplier<Call<JsonObject>> reading;
  private final Patching patching;
  private final Replacing replacing;

  private ValueEndpoint(
      ValueFormat format,
      String path,
      CallRunner runner,
      Supplier<Call<JsonObject>> reading,
      Patching patching,
      Replacing replacing) {
    this.format = format;
    this.path = path;
    this.runner = runner;
    this.reading = reading;
    this.patching = patching;
    this.replacing = replacing;
  }

  static ValueEndpoint v1(
      SettingValueJsonApi raw, CallRunner runner, UUID environmentId, int settingId) {
    return new ValueEndpoint(
        ValueFormat.V1,
        "/v1/" + BY_ID,
        runner,
        () -> raw.v1(environmentId, settingId),
        (patch, version, options) -> raw.patchV1(environmentId, settingId, patch, reason(options)),
        (body, options) ->
            FlagValue.of(
                runner.run(raw.replaceV1(environmentId, settingId, body, reason(options)))));
  }

  static ValueEndpoint v1(
      SettingValueJsonApi raw, CallRunner runner, SdkKey sdkKey, String settingKey) {
    return new ValueEndpoint(
        ValueFormat.V1,
        "/v1/" + BY_SDK_KEY,
        runner,
        () -> raw.v1BySdkKey(settingKey, sdkKey.value()),
        (patch, version, options) ->
            raw.patchV1BySdkKey(settingKey, sdkKey.value(), patch, reason(options)),
        (body, options) ->
            FlagValue.of(
                runner.run(
                    raw.replaceV1BySdkKey(settingKey, sdkKey.value(), body, reason(options)))));
  }

  static ValueEndpoint v2(
      SettingValueJsonApi raw, CallRunner runner, UUID environmentId, int settingId) {
    return new ValueEndpoint(
        ValueFormat.V2,
        "/v2/" + BY_ID,
        runner,
        () -> raw.v2(environmentId, settingId),
        (patch, version, options) ->
            raw.patchV2(environmentId, settingId, patch, bypass(options), version, reason(options)),
        (body, options) ->
            FlagValue.of(
                runner.run(
                    raw.replaceV2(
                        environmentId, settingId, body, bypass(options), reason(options)))));
  }

  static ValueEndpoint v2(
      SettingValueJsonApi raw, CallRunner runner, SdkKey sdkKey, String settingKey) {
    return new ValueEndpoint(
        ValueFormat.V2,
        "/v2/" + BY_SDK_KEY,
        runner,
        () -> raw.v2BySdkKey(settingKey, sdkKey.value()),
        (patch, version, options) ->
            raw.patchV2BySdkKey(
                settingKey, sdkKey.value(), patch, bypass(options), version, reason(options)),
        (body, options) ->
            FlagValue.of(
                runner.run(
                    raw.replaceV2BySdkKey(
                        settingKey, sdkKey.value(), body, bypass(options), reason(options)))));
  }

  private static @Nullable String reason(WriteOptions options) {
    return options.reason().orElse(null);
  }

  private static @Nullable Boolean bypass(WriteOptions options) {
    return options.bypassApproval() ? true : null;
  }

  ValueFormat format() {
    return format;
  }

  Operation reads() {
    return new Operation("GET", path);
  }

  Operation writes() {
    return new Operation("PATCH", path);
  }

  ValueSnapshot read() {
    return new ValueSnapshot(format, runner.run(newRead()));
  }

  Call<JsonObject> newRead() {
    return reading.get();
  }

  /** Returns null if the service responds that nothing changed. */
  @Nullable ValueSnapshot patch(
      List<JsonPatchOperation> patch, @Nullable String version, WriteOptions options) {
    @Nullable JsonObject answer = runner.run(patching.call(patch, version, options));
    return answer == null
        ? null
        : new ValueSnapshot(format, TaskResponses.checked(writes(), answer));
  }

  /** Replaces the entire value, unconditionally. */
  FlagValue replace(JsonObject body, WriteOptions options) {
    return replacing.run(body, options);
  }
}
