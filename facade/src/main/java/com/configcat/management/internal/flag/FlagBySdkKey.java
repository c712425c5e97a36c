package com.configcat.management.internal.flag;

import com.configcat.management.api.SdkKey;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.EvaluationVersionUnknownException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.ConfigModel;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A flag identified by SDK key and setting key; reads the evaluation version from its value. */
record FlagBySdkKey(FlagServices services, SdkKey sdkKey, String settingKey)
    implements FlagAddress {
  private static final Pattern KEY_OR_ID = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*|[1-9][0-9]*");

  FlagBySdkKey {
    Preconditions.value(sdkKey, "sdkKey", "make one with SdkKey.of(...)");
    Preconditions.text(settingKey, "settingKey", "give the key of the flag");
    if (!KEY_OR_ID.matcher(settingKey).matches()) {
      // Not part of the message: it may be an SDK key passed by mistake.
      throw new IllegalArgumentException(
          "settingKey is not the key of a flag: give a letter followed by letters, digits, _ and -,"
              + " or the flag's id");
    }
  }

  @Override
  public ValueFormat format() {
    @Nullable ValueFormat format = services.versions().get(sdkKey);
    if (format == null) {
      format = readFormat();
      services.versions().put(sdkKey, format);
    }
    return format;
  }

  private ValueFormat readFormat() {
    ValueEndpoint v2 = endpoint(ValueFormat.V2);
    ValueSnapshot read;
    try {
      read = v2.read();
    } catch (BadRequestException | NotFoundException | ConflictException e) {
      return readFormatAsV1(e);
    }
    return format(read, v2);
  }

  private ValueFormat readFormatAsV1(ConfigCatException v2Failure) {
    ValueEndpoint v1 = endpoint(ValueFormat.V1);
    ValueSnapshot read;
    try {
      read = v1.read();
    } catch (ConfigCatException e) {
      throw unknown(v2Failure, e);
    }
    return format(read, v1);
  }

  /** Uses the Config in the response, since an operation may respond for either version. */
  private static ValueFormat format(ValueSnapshot read, ValueEndpoint endpoint) {
    FailureContext failure = new FailureContext(endpoint.reads(), 1, false);
    FlagValue value = FlagEdit.decode(read, failure);
    @Nullable ConfigModel config =
        read.format() == ValueFormat.V1 ? value.asV1().getConfig() : value.asV2().getConfig();
    return ValueFormat.of(config == null ? null : config.getEvaluationVersion())
        .orElseThrow(
            () ->
                new DecodingException(
                    endpoint.reads()
                        + " answered without an evaluation version that this client knows: update"
                        + " the client",
                    "$.config.evaluationVersion",
                    null,
                    failure));
  }

  private static EvaluationVersionUnknownException unknown(
      ConfigCatException v2Failure, ConfigCatException v1Failure) {
    EvaluationVersionUnknownException unknown =
        new EvaluationVersionUnknownException(
            "The flag can be read neither from a V2 Config nor from a V1 Config: "
                + summary(v2Failure)
                + ", and "
                + summary(v1Failure)
                + ". Check that the flag's key and the SDK key belong together",
            v1Failure,
            new FailureContext(v1Failure.operation(), v1Failure.attempts(), false));
    unknown.addSuppressed(v2Failure);
    return unknown;
  }

  /** Returns the message without its advice, which is to try the other version. */
  private static String summary(ConfigCatException failure) {
    return failure instanceof ApiException answered
        ? answered.operation()
            + " answered "
            + answered.statusCode()
            + answered.serverMessage().map(message -> " (" + message + ")").orElse("")
        : String.valueOf(failure.getMessage());
  }

  @Override
  public ValueEndpoint endpoint(ValueFormat format) {
    return format == ValueFormat.V1
        ? ValueEndpoint.v1(services.values(), services.runner(), sdkKey, settingKey)
        : ValueEndpoint.v2(services.values(), services.runner(), sdkKey, settingKey);
  }

  /** Returns the flag's key; the SDK key is masked. */
  @Override
  public String toString() {
    return "flag " + settingKey + " of " + sdkKey;
  }
}
