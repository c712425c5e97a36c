package com.configcat.management.internal.flag;

import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonDiff;
import com.configcat.management.internal.json.JsonModels;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.internal.rest.TaskResponses;
import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value with a patch of the differences, on condition that it is still as read. After a
 * lost response, reads the value to determine whether it was written.
 */
final class GuardedValue {
  /** How often a value is read and written before others who write win. */
  static final int MOST_ROUNDS = 5;

  private final ValueEndpoint place;

  GuardedValue(ValueEndpoint place) {
    this.place = place;
  }

  ValueSnapshot read() {
    return place.read();
  }

  /** Reads what is there after a conflict; if that fails, throws the conflict. */
  ValueSnapshot readAfter(ConflictException conflict) {
    try {
      return read();
    } catch (RuntimeException e) {
      conflict.addSuppressed(e);
      throw conflict;
    }
  }

  ValueEndpoint place() {
    return place;
  }

  <T> T decode(ValueSnapshot reading, Class<T> model) {
    return JsonModels.decode(reading.json(), model, new FailureContext(place.reads(), 1, false));
  }

  /**
   * Returns the value as read, if it has all that a write could delete unseen.
   *
   * @throws DecodingException if the default or the rules are missing
   */
  ValueSnapshot requireWhole(ValueSnapshot reading) {
    JsonObject unused = TaskResponses.checked(place.reads(), reading.json());
    return reading;
  }

  /**
   * Reads the value, changes it and writes it; repeats this up to 5 times if somebody else wrote
   * first.
   *
   * @param change returns the desired content for what was read
   * @throws ConflictException if somebody else wrote first every time, or it is unknown whether
   *     this write was applied before theirs
   */
  WriteResult edit(Function<ValueSnapshot, JsonObject> change, WriteOptions options) {
    for (int round = 1; ; round++) {
      ValueSnapshot before = read();
      JsonObject wanted = place.format().content(change.apply(before));
      try {
        return write(before, wanted, options);
      } catch (ConflictException e) {
        if (round == MOST_ROUNDS || e.requestMayHaveBeenApplied()) {
          throw e;
        }
      }
    }
  }

  /**
   * Writes the value if it is still as read; sends nothing if it already has the desired content.
   *
   * @throws ConflictException if somebody else wrote after the read; {@code
   *     requestMayHaveBeenApplied()} tells whether this write may have been applied before theirs
   * @throws IllegalArgumentException if a reason is required and none is given
   */
  WriteResult write(ValueSnapshot before, JsonObject wanted, WriteOptions options) {
    List<JsonPatchOperation> patch =
        place.format() == ValueFormat.V1
            ? JsonDiff.patchKeepingLists(before.content(), wanted)
            : JsonDiff.patch(before.content(), wanted);
    if (patch.isEmpty()) {
      return new WriteResult(before, before, false);
    }
    checkReason(before.reasonRequired(), options);
    return new ConditionalWrite(place, before, wanted, guarded(before, patch, wanted), options)
        .send();
  }

  static void checkReason(boolean required, WriteOptions options) {
    if (required && options.reason().isEmpty()) {
      throw new IllegalArgumentException(
          "The Product or the Environment requires a reason for each change: give one with"
              + " WriteOptions.because(...)");
    }
  }

  static void checkApproval(ValueFormat format, WriteOptions options) {
    if (format == ValueFormat.V1 && options.bypassApproval()) {
      throw new IllegalArgumentException(
          "V1 Configs have no approval flow: leave bypassingApproval() out");
    }
  }

  /** Makes the patch fail if the value is not as read. */
  private List<JsonPatchOperation> guarded(
      ValueSnapshot before, List<JsonPatchOperation> patch, JsonObject wanted) {
    if (place.format() == ValueFormat.V2) {
      String unused = requireVersion(before);
      return patch;
    }
    return PatchPreconditions.around(before.content(), patch, wanted);
  }

  /** Returns the version of a V2 value, on which writes are conditional. */
  String requireVersion(ValueSnapshot before) {
    @Nullable String version = before.version();
    if (version == null) {
      throw new DecodingException(
          place.reads() + " answered without the version that a conditional write needs",
          "$.lastVersionId",
          null,
          new FailureContext(place.reads(), 1, false));
    }
    return version;
  }
}
