package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import java.util.ArrayList;
import java.util.List;

/** What was looked for by name or key is not there. */
public final class NoMatchException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** What is nearly named like that. */
  private final ArrayList<String> suggestions;

  /** How many were looked at. */
  private final int candidates;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param failure how they were listed
   * @param suggestions names or keys that are much like the one looked for, the nearest first
   * @param candidates how many were looked at
   */
  public NoMatchException(
      String message, FailureContext failure, List<String> suggestions, int candidates) {
    super(message, null, failure);
    this.suggestions = new ArrayList<>(suggestions);
    this.candidates = candidates;
  }

  /**
   * Returns names or keys that are much like the one looked for.
   *
   * @return at most 5, the nearest first
   */
  public List<String> suggestions() {
    return List.copyOf(suggestions);
  }

  /**
   * Returns how many there are where it was looked for.
   *
   * @return 0 if there is nothing at all
   */
  public int candidates() {
    return candidates;
  }
}
