package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when several resources have a name or key that should identify one. */
public final class AmbiguousMatchException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** The ids of the matching resources. */
  private final ArrayList<String> ids;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param cause why there is more than one; null if unknown
   * @param failure the context of the failed call
   * @param ids the ids of the matching resources
   */
  public AmbiguousMatchException(
      String message, @Nullable Throwable cause, FailureContext failure, List<String> ids) {
    super(message, cause, failure);
    this.ids = new ArrayList<>(ids);
  }

  /**
   * Returns the ids of the matching resources.
   *
   * @return two or more ids; empty if the duplicates were deleted again in the meantime
   */
  public List<String> ids() {
    return List.copyOf(ids);
  }
}
