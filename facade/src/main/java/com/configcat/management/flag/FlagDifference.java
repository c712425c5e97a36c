package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import java.util.List;

/**
 * A flag whose value a {@link BulkPlan} changes.
 *
 * @param settingId the id of the flag
 * @param key the key of the flag
 * @param name the name of the flag
 * @param changes the changes that the plan makes, one line each, using the API's property names and
 *     rule indexes from 0
 */
public record FlagDifference(int settingId, String key, String name, List<String> changes) {
  /**
   * Creates a difference.
   *
   * @param settingId the id of the flag
   * @param key the key of the flag
   * @param name the name of the flag
   * @param changes the changes that the plan makes, one line each
   */
  public FlagDifference {
    Preconditions.value(key, "key", "give the flag's key");
    Preconditions.value(name, "name", "give the flag's name");
    changes = Preconditions.list(changes, "changes", "give what differs");
  }

  /** Returns the key and name, and a line for each change. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(key).append(" (").append(name).append(')');
    changes.forEach(change -> text.append("\n  ").append(change));
    return text.toString();
  }
}
