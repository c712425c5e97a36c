package com.configcat.management.internal.value;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.Failure;
import com.configcat.management.error.FlagNotPutBackException;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.value.EditableFormula;
import com.configcat.management.value.TemporaryFlag;
import com.configcat.management.value.WriteOptions;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A value for everyone, and the way back. */
public final class PutBack implements TemporaryFlag {
  private static final int MOST_ROUNDS = 5;
  private static final String CHANGED =
      "The flag was not put back, since somebody else changed it meanwhile";

  private final GuardedValue value;
  private final WriteOptions options;
  private final Written set;

  // Guarded by this.
  private boolean done;

  private PutBack(GuardedValue value, WriteOptions options, Written set) {
    this.value = value;
    this.options = options;
    this.set = set;
    this.done = !set.changed();
  }

  /**
   * Sets a flag.
   *
   * @param value where it is
   * @param served what everyone gets
   * @param options what else to say, now and when it is put back
   * @return the way back
   * @throws FlagNotPutBackException if it cannot be said whether it was set
   */
  public static PutBack set(GuardedValue value, SettingValue served, WriteOptions options) {
    AtomicReference<@Nullable Reading> read = new AtomicReference<>();
    try {
      Written set =
          value.edit(
              reading -> {
                read.set(reading);
                return forEveryone(value, reading, served);
              },
              options);
      return new PutBack(value, options, set);
    } catch (ConfigCatException e) {
      @Nullable Reading before = read.get();
      if (before == null || !e.requestMayHaveBeenApplied()) {
        throw e;
      }
      throw failed(value, "It is not known whether the flag was set", before, e);
    }
  }

  private static JsonObject forEveryone(GuardedValue value, Reading before, SettingValue served) {
    if (before.format() == ValueFormat.V2) {
      SettingFormulaModel current = value.decode(before, SettingFormulaModel.class);
      return EditableFormula.of(current, before.json())
          .defaultValue(served)
          .removeRules(rule -> true)
          .toJson();
    }
    @Nullable SettingDataModel setting = value.decode(before, SettingValueModel.class).getSetting();
    JsonObject wanted = before.json().deepCopy();
    wanted.add("value", json(setting == null ? null : setting.getSettingType(), served));
    wanted.add("rolloutRules", new JsonArray());
    wanted.add("rolloutPercentageItems", new JsonArray());
    return wanted;
  }

  private static JsonPrimitive json(@Nullable SettingType settingType, SettingValue served) {
    SettingValue fitting = ServedJson.fitting(settingType, served);
    if (fitting.isBoolean()) {
      return new JsonPrimitive(fitting.asBoolean());
    }
    return fitting.isString()
        ? new JsonPrimitive(fitting.asString())
        : new JsonPrimitive(fitting.asNumber());
  }

  @Override
  public String before() {
    return set.before().content().toString();
  }

  @Override
  public synchronized void close() {
    // A test that was interrupted is to be put back as any other.
    boolean interrupted = Thread.interrupted();
    try {
      if (!done) {
        putBack();
        done = true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void putBack() {
    Reading now = set.now();
    for (int round = 1; ; round++) {
      try {
        Written unused = value.write(now, set.before().content(), options);
        return;
      } catch (ConflictException e) {
        now = look(e);
        if (isBack(now)) {
          return;
        }
        if (round == MOST_ROUNDS || !JsonValues.same(now.content(), set.now().content())) {
          throw failed(value, CHANGED, set.before(), e);
        }
        // Somebody has set it for a while as well, and put it back.
      } catch (ConfigCatException e) {
        throw failed(value, "The flag may not be back as it was", set.before(), e);
      } catch (IllegalStateException e) {
        throw failed(value, "The flag was not put back", set.before(), e);
      }
    }
  }

  private Reading look(ConflictException conflict) {
    try {
      return value.read();
    } catch (RuntimeException e) {
      conflict.addSuppressed(e);
      throw failed(value, CHANGED, set.before(), conflict);
    }
  }

  /** Whether it is as it was, by an attempt before this one or by somebody else. */
  private boolean isBack(Reading now) {
    return now.format().says(now.content(), set.before().content());
  }

  private static FlagNotPutBackException failed(
      GuardedValue value, String what, Reading before, RuntimeException cause) {
    Failure failure =
        cause instanceof ConfigCatException e
            ? new Failure(e.operation(), e.attempts(), e.requestMayHaveBeenApplied())
            : new Failure(value.place().writes(), 0, false);
    JsonObject content = before.content();
    String message =
        what + ". Before, it served " + JsonValues.pruned(content) + ". " + cause.getMessage();
    return new FlagNotPutBackException(message, content.toString(), cause, failure);
  }
}
