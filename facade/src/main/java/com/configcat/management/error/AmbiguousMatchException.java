package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several have the name or key that was to name one. */
public final class AmbiguousMatchException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** Which ones. */
  private final ArrayList<String> ids;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param cause why there is more than one, if that is known
   * @param failure what was called, and how
   * @param ids of those that have the name
   */
  public AmbiguousMatchException(
      String message, @Nullable Throwable cause, FailureContext failure, List<String> ids) {
    super(message, cause, failure);
    this.ids = new ArrayList<>(ids);
  }

  /**
   * Returns the ids of those that have the name.
   *
   * @return two or more, as the service lists them
   */
  public List<String> ids() {
    return List.copyOf(ids);
  }
}
