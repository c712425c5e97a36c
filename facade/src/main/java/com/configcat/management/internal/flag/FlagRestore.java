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

/** A value for everyone, and the way back. */
final class FlagRestore implements TemporaryFlag {
  private static final int MOST_ROUNDS = 5;
  private static final String CHANGED =
      "The flag was not put back, since somebody else changed it meanwhile";

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
   * Sets a flag.
   *
   * @param value where it is
   * @param served what everyone gets
   * @param options what else to say, now and when it is put back
   * @return the way back
   * @throws FlagNotRestoredException if it cannot be said whether it was set
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

  private ValueSnapshot look(ConflictException conflict) {
    try {
      return value.read();
    } catch (RuntimeException e) {
      conflict.addSuppressed(e);
      throw failed(value, CHANGED, set.before(), conflict);
    }
  }

  /** Whether it is as it was, by an attempt before this one or by somebody else. */
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
        what + ". Before, it served " + JsonValues.pruned(content) + ". " + cause.getMessage();
    return new FlagNotRestoredException(message, content.toString(), cause, failure);
  }
}
