package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import java.util.ArrayList;
import java.util.List;

/** Thrown when no resource has the given name or key. */
public final class NoMatchException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** Similar names or keys. */
  private final ArrayList<String> suggestions;

  /** The number of resources searched. */
  private final int candidates;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the call that listed the resources
   * @param suggestions similar names or keys, the closest first
   * @param candidates the number of resources searched
   */
  public NoMatchException(
      String message, FailureContext failure, List<String> suggestions, int candidates) {
    super(message, null, failure);
    this.suggestions = new ArrayList<>(suggestions);
    this.candidates = candidates;
  }

  /**
   * Returns names or keys similar to the given one.
   *
   * @return at most 5, the closest first
   */
  public List<String> suggestions() {
    return List.copyOf(suggestions);
  }

  /**
   * Returns the number of resources searched.
   *
   * @return 0 if there are no resources at all
   */
  public int candidates() {
    return candidates;
  }
}
