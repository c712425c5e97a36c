package com.configcat.management.internal.ensure;

import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.core.EnsuredItem;
import com.configcat.management.core.EnsuredItem.Status;
import com.configcat.management.internal.error.FailureScope;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run over several resources. Used once, by one thread. */
final class EnsureRun<C, T> {
  private final Ensure<T> ensure;
  private final List<C> models;
  private final List<DesiredState> wanted;

  /** The outcomes, by position. */
  private final Map<Integer, EnsuredItem<C, T>> items = new TreeMap<>();

  private @Nullable RuntimeException stoppedBy;

  EnsureRun(Ensure<T> ensure, List<C> models, List<DesiredState> wanted) {
    this.ensure = ensure;
    this.models = models;
    this.wanted = wanted;
  }

  /**
   * Writes what differs from a list. Then lists once more if any were created, so that one call
   * shows the duplicates of all.
   */
  EnsuredAll<C, T> run(List<JsonObject> listed) {
    Map<Integer, EnsureResult> results = write(listed);
    @Nullable List<JsonObject> after = listAfter(results);
    results.forEach((number, result) -> confirm(number, result, after));
    return new EnsuredAll<>(new ArrayList<>(items.values()), stoppedBy);
  }

  private Map<Integer, EnsureResult> write(List<JsonObject> listed) {
    Map<Integer, EnsureResult> results = new LinkedHashMap<>();
    for (int number = 0; number < wanted.size(); number++) {
      if (stoppedBy != null) {
        put(number, Status.NOT_TRIED, null, null);
        continue;
      }
      try {
        results.put(number, ensure.write(wanted.get(number), listed));
      } catch (RuntimeException e) {
        failed(number, e);
        if (FailureScope.affectsOthers(e)) {
          stoppedBy = e;
        }
      }
    }
    return results;
  }

  /** Returns null if code of the user throws: what was created would be missing in the result. */
  private @Nullable List<JsonObject> listAfter(Map<Integer, EnsureResult> results) {
    try {
      return ensure.listAfter(results.values());
    } catch (RuntimeException e) {
      return null;
    }
  }

  private void confirm(int number, EnsureResult result, @Nullable List<JsonObject> after) {
    try {
      Ensured<T> ensured = ensure.confirm(result, after);
      put(number, Status.valueOf(ensured.outcome().name()), ensured.value(), null);
    } catch (RuntimeException e) {
      failed(number, e);
    }
  }

  private void failed(int number, RuntimeException e) {
    put(number, FailureScope.mayHaveBeenApplied(e) ? Status.UNKNOWN : Status.FAILED, null, e);
  }

  private void put(
      int number, Status status, @Nullable T value, @Nullable RuntimeException failure) {
    items.put(
        number,
        new EnsuredItem<>(
            wanted.get(number).identity(), models.get(number), status, value, failure));
  }
}
