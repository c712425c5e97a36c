package com.configcat.management.internal.flag;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A single conditional write of a value, sent again only if it is known not to have been applied.
 */
final class ConditionalWrite {
  private static final int MOST_SENDS = 3;

  private final ValueEndpoint place;
  private final ValueSnapshot before;
  private final JsonObject wanted;
  private final List<JsonPatchOperation> patch;
  private final WriteOptions options;
  private @Nullable ConfigCatException lost;

  ConditionalWrite(
      ValueEndpoint place,
      ValueSnapshot before,
      JsonObject wanted,
      List<JsonPatchOperation> patch,
      WriteOptions options) {
    this.place = place;
    this.before = before;
    this.wanted = wanted;
    this.patch = patch;
    this.options = options;
  }

  WriteResult send() {
    for (int sends = 1; ; sends++) {
      try {
        @Nullable ValueSnapshot now = place.patch(patch, before.version(), options);
        return now == null ? unanswered() : new WriteResult(before, now, true);
      } catch (ConfigCatException e) {
        if (lost == null && !e.requestMayHaveBeenApplied() && !place.format().mayBeConflict(e)) {
          throw e;
        }
        ValueSnapshot now = readAfter(e);
        if ((lost != null || e.requestMayHaveBeenApplied()) && isWritten(now)) {
          return new WriteResult(before, now, true);
        }
        if (e instanceof ConflictException || !e.requestMayHaveBeenApplied()) {
          throw refused(e, now);
        }
        if (sends == MOST_SENDS) {
          throw e;
        }
        lost = e;
      } catch (RuntimeException e) {
        throw inLightOf(e);
      }
    }
  }

  /**
   * Reads the value after a response without a body, to determine whether the write was applied. A
   * 204 means that it changed nothing; an empty 200 does not tell.
   */
  private WriteResult unanswered() {
    DecodingException unclear =
        new DecodingException(
            place.writes() + " answered without the value, so it is not known what was written",
            "$",
            null,
            new FailureContext(place.writes(), 1, true));
    ValueSnapshot now = readAfter(unclear);
    if (isWritten(now)) {
      return new WriteResult(before, now, true);
    }
    boolean isUntouched =
        place.format() == ValueFormat.V1
            ? JsonValues.same(before.content(), now.content())
            : Objects.equals(before.version(), now.version());
    if (isUntouched) {
      return new WriteResult(before, now, false);
    }
    throw inLightOf(unclear);
  }

  private ValueSnapshot readAfter(ConfigCatException failure) {
    try {
      return place.read();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
      throw inLightOf(failure);
    }
  }

  private boolean isWritten(ValueSnapshot now) {
    boolean written =
        place.format() == ValueFormat.V1 || !Objects.equals(before.version(), now.version());
    return written && place.format().says(now.content(), wanted);
  }

  private RuntimeException refused(ConfigCatException refusal, ValueSnapshot now) {
    boolean changed =
        refusal instanceof ConflictException || !JsonValues.same(before.content(), now.content());
    return changed
            && (refusal instanceof ConflictException || place.format().mayBeConflict(refusal))
        ? Conflicts.of(refusal, lost != null || refusal.requestMayHaveBeenApplied())
        : inLightOf(refusal);
  }

  /**
   * Returns the failure of a previous attempt that may have been applied, if any; else this
   * failure.
   */
  private RuntimeException inLightOf(RuntimeException failure) {
    if (lost == null) {
      return failure;
    }
    lost.addSuppressed(failure);
    return lost;
  }
}
