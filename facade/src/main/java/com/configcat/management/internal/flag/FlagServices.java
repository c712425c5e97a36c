package com.configcat.management.internal.flag;

import com.configcat.management.core.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.ConfigsOperations;
import com.configcat.management.operations.FlagsOperations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tasks on the values of flags call. */
public record FlagServices(
    SettingValueJsonApi values,
    CallRunner runner,
    FlagsOperations flags,
    ConfigsOperations configs,
    EvaluationVersionCache versions) {
  private static final Operation GET_CONFIG = new Operation("GET", "/v1/configs/{configId}");

  /** Returns the format of a Config, which is read once. */
  ValueFormat format(UUID configId) {
    @Nullable ValueFormat format = versions.get(configId);
    if (format == null) {
      format =
          ValueFormat.of(configs.get(configId).getEvaluationVersion())
              .orElseThrow(() -> missing(GET_CONFIG, "$.evaluationVersion"));
      versions.put(configId, format);
    }
    return format;
  }

  ConfigValues configValues(ValueFormat format, UUID configId, UUID environmentId) {
    return new ConfigValues(format, values, runner, configId, environmentId);
  }

  static DecodingException missing(Operation operation, String path) {
    return new DecodingException(
        operation
            + " answered with a value that this client does not know at "
            + path
            + ": update the client",
        path,
        null,
        new FailureContext(operation, 1, false));
  }
}
