package com.configcat.management.internal.flag;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.model.SettingValue;
import com.google.gson.JsonObject;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Restores the value that a flag had before it was temporarily set. */
final class FlagRestore implements TemporaryFlag {
  private static final String CHANGED =
      "The flag was not restored, since somebody else changed it in the meantime";

  private final GuardedValue value;
  private final WriteOptions options;
  private final WriteResult set;

  // Guarded by this.
  private boolean done;

  private FlagRestore(GuardedValue value, WriteOptions options, WriteResult set) {
    this.value = value;
    this.options = options;
    this.set = set;
    this.done = !set.changed();
  }

  /**
   * Sets a flag to one value for everyone.
   *
   * @throws FlagNotRestoredException if it is unknown whether the flag was set
   */
  static FlagRestore set(GuardedValue value, SettingValue served, WriteOptions options) {
    AtomicReference<@Nullable ValueSnapshot> read = new AtomicReference<>();
    try {
      WriteResult set =
          value.edit(
              reading -> {
                read.set(reading);
                return ServedContent.toEveryone(value, reading, served);
              },
              options);
      return new FlagRestore(value, options, set);
    } catch (ConfigCatException e) {
      @Nullable ValueSnapshot before = read.get();
      if (before == null || !e.requestMayHaveBeenApplied()) {
        throw e;
      }
      throw failed(value, "It is not known whether the flag was set", before, e);
    }
  }

  @Override
  public String before() {
    return set.before().content().toString();
  }

  @Override
  public synchronized void close() {
    // Restores the flag even if the test was interrupted.
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
    ValueSnapshot now = set.now();
    for (int round = 1; ; round++) {
      try {
        WriteResult unused = value.write(now, set.before().content(), options);
        return;
      } catch (ConflictException e) {
        now = look(e);
        if (isBack(now)) {
          return;
        }
        if (round == GuardedValue.MOST_ROUNDS
            || !JsonValues.same(now.content(), set.now().content())) {
          throw failed(value, CHANGED, set.before(), e);
        }
        // Somebody else set the flag temporarily as well, and restored it.
      } catch (ConfigCatException e) {
        throw failed(value, "The flag may not have been restored", set.before(), e);
      } catch (RuntimeException e) { // Such as a reason that is required by now.
        throw failed(value, "The flag was not restored", set.before(), e);
      }
    }
  }

  private ValueSnapshot look(ConflictException conflict) {
    try {
      return value.readAfter(conflict);
    } catch (ConflictException e) {
      throw failed(value, CHANGED, set.before(), e);
    }
  }

  /** Returns whether the previous value is already restored. */
  private boolean isBack(ValueSnapshot now) {
    return now.format().says(now.content(), set.before().content());
  }

  private static FlagNotRestoredException failed(
      GuardedValue value, String what, ValueSnapshot before, RuntimeException cause) {
    FailureContext failure =
        cause instanceof ConfigCatException e
            ? new FailureContext(e.operation(), e.attempts(), e.requestMayHaveBeenApplied())
            : new FailureContext(value.place().writes(), 0, false);
    JsonObject content = before.content();
    String message =
        what + ". Its previous value was " + JsonValues.pruned(content) + ". " + cause.getMessage();
    return new FlagNotRestoredException(message, content.toString(), cause, failure);
  }
}
