package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonDiff;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.model.ChangeRequestModel;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.CreateChangeRequestModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.operations.CallRunner;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Opens a change request with an edited value. Sends the value as JSON, to keep members of its
 * rules that are unknown to the models.
 */
public final class FlagProposal {
  private static final Gson GSON = ManagementGson.create();

  private final SettingValueJsonApi raw;
  private final CallRunner runner;

  public FlagProposal(SettingValueJsonApi raw, CallRunner runner) {
    this.raw = raw;
    this.runner = runner;
  }

  /**
   * Reads the value, edits it and proposes the result; repeats this up to 5 times if somebody else
   * wrote first.
   *
   * @param request its proposed changes are kept
   */
  public ChangeRequestModel open(
      UUID environmentId,
      int settingId,
      CreateChangeRequestModel request,
      UnaryOperator<EditableFormula> change) {
    GuardedValue value = new GuardedValue(ValueEndpoint.v2(raw, runner, environmentId, settingId));
    ValueSnapshot before = value.read();
    for (int round = 1; ; round++) {
      UUID configId = configId(value, before);
      JsonObject body = body(request, proposal(value, before, settingId, change));
      try {
        return runner.run(raw.propose(configId, environmentId, body));
      } catch (ConflictException e) {
        ValueSnapshot now = value.readAfter(e);
        boolean changed = !Objects.equals(before.version(), now.version());
        if (!changed || round == GuardedValue.MOST_ROUNDS) {
          throw e;
        }
        before = now;
      }
    }
  }

  private static UUID configId(GuardedValue value, ValueSnapshot before) {
    @Nullable ConfigModel config = value.decode(before, SettingFormulaModel.class).getConfig();
    @Nullable UUID configId = config == null ? null : config.getConfigId();
    if (configId == null) {
      throw new DecodingException(
          value.place().reads() + " answered without the Config of the flag",
          "$.config.configId",
          null,
          new FailureContext(value.place().reads(), 1, false));
    }
    return configId;
  }

  private static JsonObject proposal(
      GuardedValue value,
      ValueSnapshot before,
      int settingId,
      UnaryOperator<EditableFormula> change) {
    JsonObject wanted = before.format().content(FlagEdit.changed(value, before, change));
    if (JsonDiff.patch(before.content(), wanted).isEmpty()) {
      throw new IllegalArgumentException(
          "The change leaves the flag as it is: return a formula that differs, or propose nothing");
    }
    wanted.addProperty("settingId", settingId);
    wanted.addProperty("latestVersionId", value.requireVersion(before));
    return wanted;
  }

  private static JsonObject body(CreateChangeRequestModel request, JsonObject proposal) {
    JsonObject body = GSON.toJsonTree(request).getAsJsonObject();
    JsonArray changes =
        body.get("proposedChanges") instanceof JsonArray array ? array : new JsonArray();
    JsonObject change = new JsonObject();
    change.add("proposedChange", proposal);
    changes.add(change);
    body.add("proposedChanges", changes);
    return body;
  }
}
