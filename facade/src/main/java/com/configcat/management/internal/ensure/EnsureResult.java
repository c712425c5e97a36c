package com.configcat.management.internal.ensure;

import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.error.ConfigCatException;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A resource in the desired state.
 *
 * @param json the resource as the service returned it
 * @param isNew whether the service confirmed its creation, so that it may be a duplicate
 * @param tries how many times its creation was sent
 * @param lost the failure of a previous attempt to create it that may have been applied
 */
record EnsureResult(
    DesiredState wanted,
    JsonObject json,
    Outcome outcome,
    boolean isNew,
    int tries,
    @Nullable ConfigCatException lost) {
  static EnsureResult created(
      DesiredState wanted, JsonObject json, int tries, @Nullable ConfigCatException lost) {
    return new EnsureResult(wanted, json, Outcome.CREATED, true, tries, lost);
  }

  static EnsureResult existing(DesiredState wanted, JsonObject json, Outcome outcome) {
    return new EnsureResult(wanted, json, outcome, false, 0, null);
  }
}
