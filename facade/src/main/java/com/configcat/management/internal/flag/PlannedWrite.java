package com.configcat.management.internal.flag;

import com.configcat.management.flag.FlagDifference;
import com.configcat.management.internal.json.JsonChange;
import com.configcat.management.internal.json.JsonDiff;
import com.configcat.management.internal.json.ValueFormat;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A write of one value, planned from what was read.
 *
 * @param before the value as read
 * @param wanted the content to write
 * @param kind how the write treats what it does not change
 * @param change returns the content to write for a value that somebody else changed after the read;
 *     null to keep their value
 */
record PlannedWrite(
    int settingId,
    ValueSnapshot before,
    JsonObject wanted,
    Kind kind,
    @Nullable Function<ValueSnapshot, JsonObject> change) {

  /** What a write does to members that this client does not know. */
  enum Kind {
    /** Deletes whatever the content to write does not contain. */
    REPLACE,
    /** Keeps members that this client does not know. */
    EDIT,
    /** As {@link #EDIT}; in addition, the value may have been written since, if it is the same. */
    RESTORE
  }

  /** Returns whether a value has the content to write. */
  boolean isDone(ValueSnapshot now) {
    return kind == Kind.REPLACE
        ? ValueContent.isServed(wanted, KnownMembers.content(now))
        : isServed(wanted, now);
  }

  /** Returns whether the value may be written, since it is as it was when read. */
  boolean isUnchanged(ValueSnapshot now) {
    // Members that this client does not know may be somebody else's.
    return kind == Kind.RESTORE
        ? ValueContent.isServed(before.content(), now.content())
        : now.isSameAs(before);
  }

  private static boolean isServed(JsonObject content, ValueSnapshot now) {
    return ValueContent.isServed(content, now.content())
        || now.format().says(now.content(), content);
  }

  /**
   * Returns this write for a value that somebody else changed; null if it keeps their value.
   *
   * @param whole the value with what all values have in common
   */
  @Nullable PlannedWrite after(ValueSnapshot now, ValueSnapshot whole) {
    return change == null
        ? null
        : new PlannedWrite(settingId, now, now.format().content(change.apply(whole)), kind, change);
  }

  /** Returns the write that undoes this one; it expects the value that this one wrote. */
  PlannedWrite undo() {
    ValueSnapshot written = new ValueSnapshot(before.format(), wanted);
    return new PlannedWrite(settingId, written, before.content(), Kind.RESTORE, null);
  }

  /**
   * Returns the content for an operation that replaces values; null if that would lose members that
   * this client does not know, or if nothing would notice that somebody else wrote first.
   */
  @Nullable JsonObject replacement(ValueSnapshot now) {
    if (kind == Kind.REPLACE) {
      return wanted;
    }
    return now.format() == ValueFormat.V1 ? null : KnownMembers.replacement(now.json(), wanted);
  }

  List<JsonChange> changes() {
    return JsonDiff.between(before.content(), wanted);
  }

  FlagDifference difference() {
    return new FlagDifference(
        settingId,
        before.key(),
        before.name(),
        changes().stream().map(JsonChange::toString).toList());
  }
}
