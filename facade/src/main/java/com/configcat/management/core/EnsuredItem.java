package com.configcat.management.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one of several resources whose desired states were ensured together.
 *
 * @param <C> the model of the create request
 * @param <T> the resource
 * @param identity the name of the resource, or the key of a flag
 * @param wanted the desired state, as given
 * @param status the outcome
 * @param value the current state of the resource; null unless the status is {@linkplain
 *     Status#isSettled() settled}
 * @param cause why the resource may not be in its desired state; null unless the status is {@link
 *     Status#FAILED} or {@link Status#UNKNOWN}. Usually a {@code ConfigCatException}
 */
public record EnsuredItem<C, T>(
    String identity, C wanted, Status status, @Nullable T value, @Nullable RuntimeException cause) {
  /**
   * Creates an outcome.
   *
   * @param identity the name of the resource, or the key of a flag
   * @param wanted the desired state
   * @param status the outcome
   * @param value the current state of the resource; null if it is not in its desired state
   * @param cause why the resource may not be in its desired state; null if nothing failed
   */
  public EnsuredItem {
    Objects.requireNonNull(identity, "identity is null: give the name or key");
    Objects.requireNonNull(wanted, "wanted is null: give the desired state");
    Objects.requireNonNull(status, "status is null: give one such as Status.CREATED");
  }

  /**
   * Returns the resource, or throws the exception that prevented its desired state.
   *
   * @return the current state of the resource
   * @throws RuntimeException the {@link #cause()}, if there is one
   * @throws IllegalStateException if the resource was not tried
   */
  public T valueOrThrow() {
    if (value != null) {
      return value;
    }
    throw cause != null
        ? cause
        : new IllegalStateException(identity + " was not tried: ensure it again");
  }

  /** Returns the name or key, the status and the message of the failure. */
  @Override
  public String toString() {
    return identity + ": " + status + (cause == null ? "" : ", " + cause.getMessage());
  }

  /** Outcomes of ensuring one of several resources. */
  public enum Status {
    /** The resource did not exist and was created. */
    CREATED,
    /** The resource existed, differed and was updated. */
    UPDATED,
    /** The resource was already in the desired state; nothing was written. */
    UNCHANGED,
    /** The resource is not in the desired state, and nothing was written: see {@code cause}. */
    FAILED,
    /**
     * A write was sent, and it is unknown whether it was applied or what it led to: see {@code
     * cause}.
     */
    UNKNOWN,
    /** Nothing was sent for the resource: an earlier failure would have affected it as well. */
    NOT_TRIED;

    /**
     * Returns whether the resource is in the desired state.
     *
     * @return true for {@link #CREATED}, {@link #UPDATED} and {@link #UNCHANGED}
     */
    public boolean isSettled() {
      return this == CREATED || this == UPDATED || this == UNCHANGED;
    }
  }
}
