package com.configcat.management.internal.flag;

import com.configcat.management.api.SdkKey;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.core.ValueLimits;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Implements {@link Flag}: checks arguments, determines the format of the Config, then calls the
 * service.
 */
public final class FlagHandle implements Flag {
  private final FlagAddress address;

  private FlagHandle(FlagAddress address) {
    this.address = address;
  }

  public static FlagHandle of(FlagServices services, UUID environmentId, int settingId) {
    return new FlagHandle(new FlagById(services, environmentId, settingId));
  }

  public static FlagHandle of(FlagServices services, SdkKey sdkKey, String settingKey) {
    return new FlagHandle(new FlagBySdkKey(services, sdkKey, settingKey));
  }

  @Override
  public FlagValue get() {
    ValueEndpoint endpoint = address.endpoint(address.format());
    return value(endpoint, endpoint.read());
  }

  static FlagValue value(ValueEndpoint endpoint, ValueSnapshot read) {
    return FlagEdit.decode(read, new FailureContext(endpoint.reads(), 1, false));
  }

  @Override
  public <T> T getDefault(FlagType<T> type) {
    Preconditions.value(type, "type", "give one such as FlagType.BOOLEAN");
    ValueEndpoint endpoint = address.endpoint(address.format());
    return ServedContent.defaultOf(endpoint.read(), type, endpoint.reads());
  }

  @Override
  public EditResult setDefault(SettingValue value, WriteOptions options) {
    check(value);
    return FlagEdit.setDefault(valueFor(options), value, options);
  }

  @Override
  public FlagValue replace(SettingValue value, WriteOptions options) {
    check(value);
    GuardedValue current = valueFor(options);
    ValueSnapshot before = current.read();
    GuardedValue.checkReason(before.reasonRequired(), options);
    return current.place().replace(ServedContent.replacement(current, before, value), options);
  }

  /** Sends the PUT to a V1 Config without reading the flag first. */
  public FlagValue replaceUnreadV1(SettingValue value, WriteOptions options) {
    check(value);
    return address.endpoint(ValueFormat.V1).replace(ServedContent.replacementV1(value), options);
  }

  @Override
  public EditResult edit(UnaryOperator<EditableFormula> change, WriteOptions options) {
    Preconditions.value(change, "change", "give one that returns a changed formula");
    GuardedValue value = valueFor(options);
    if (value.place().format() == ValueFormat.V1) {
      throw new UnsupportedOperationException(
          "The flag is in a V1 Config, which has no formula to edit: use setDefault(...), which"
              + " keeps the rules, replace(...), which deletes them, or"
              + " settingValues().patch(...)");
    }
    return FlagEdit.edit(value, change, options);
  }

  @Override
  public TemporaryFlag temporarily(SettingValue value, WriteOptions options) {
    check(value);
    return FlagRestore.set(valueFor(options), value, options);
  }

  static void check(SettingValue value) {
    Preconditions.value(value, "value", "give the value to serve");
    if (value.isString()) {
      String unused = ValueLimits.served(value.asString());
    }
  }

  private GuardedValue valueFor(WriteOptions options) {
    Preconditions.value(options, "options", "use WriteOptions.none()");
    ValueFormat format = address.format();
    GuardedValue.checkApproval(format, options);
    return new GuardedValue(address.endpoint(format));
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
