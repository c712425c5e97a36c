package com.configcat.management.internal.flag;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.SettingModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flag identified by Environment id and setting id; reads the evaluation version from its Config.
 */
record FlagById(FlagServices services, UUID environmentId, int settingId) implements FlagAddress {
  private static final Operation GET_FLAG = new Operation("GET", "/v1/settings/{settingId}");

  FlagById {
    Preconditions.value(environmentId, "environmentId", "give the id of an Environment");
    Preconditions.positive(settingId, "settingId", "give the id of a flag, which is more than 0");
  }

  @Override
  public ValueFormat format() {
    @Nullable UUID configId = services.versions().configOf(settingId);
    if (configId == null) {
      configId = readConfigId();
      services.versions().putConfigOf(settingId, configId);
    }
    return services.format(configId);
  }

  private UUID readConfigId() {
    return configId(services.flags().get(settingId));
  }

  static UUID configId(SettingModel flag) {
    @Nullable UUID configId = flag.getConfigId();
    if (configId == null) {
      throw FlagServices.missing(GET_FLAG, "$.configId");
    }
    return configId;
  }

  @Override
  public ValueEndpoint endpoint(ValueFormat format) {
    return format == ValueFormat.V1
        ? ValueEndpoint.v1(services.values(), services.runner(), environmentId, settingId)
        : ValueEndpoint.v2(services.values(), services.runner(), environmentId, settingId);
  }

  @Override
  public String toString() {
    return "flag " + settingId + " in environment " + environmentId;
  }
}
