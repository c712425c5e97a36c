package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import java.util.List;

/**
 * A flag that serves something else in one Environment than in another.
 *
 * @param settingId the flag's id
 * @param key the flag's key
 * @param name the flag's name
 * @param changes what copying does to the flag, a line each, by the API's names; rules are counted
 *     from 0
 */
public record FlagDifference(int settingId, String key, String name, List<String> changes) {
  /**
   * Makes a difference.
   *
   * @param settingId the flag's id
   * @param key the flag's key
   * @param name the flag's name
   * @param changes what copying does to the flag
   */
  public FlagDifference {
    Preconditions.value(key, "key", "give the flag's key");
    Preconditions.value(name, "name", "give the flag's name");
    changes = Preconditions.list(changes, "changes", "give what differs");
  }

  /** Returns key, name and changes, in lines. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(key).append(" (").append(name).append(')');
    changes.forEach(change -> text.append("\n  ").append(change));
    return text.toString();
  }
}
