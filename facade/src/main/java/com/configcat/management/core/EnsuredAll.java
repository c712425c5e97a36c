package com.configcat.management.core;

import com.configcat.management.core.EnsuredItem.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of ensuring the desired states of several resources. Immutable.
 *
 * @param <C> the model of the create request
 * @param <T> the resource
 */
public final class EnsuredAll<C, T> {
  private final List<EnsuredItem<C, T>> items;
  private final @Nullable RuntimeException stoppedBy;

  /**
   * Creates a result.
   *
   * @param items the outcome of each resource
   * @param stoppedBy the exception that ended the run early; null if none did
   */
  public EnsuredAll(List<EnsuredItem<C, T>> items, @Nullable RuntimeException stoppedBy) {
    Objects.requireNonNull(items, "items is null: give the outcome of each resource");
    items.forEach(item -> Objects.requireNonNull(item, "items contains null: leave it out"));
    this.items = List.copyOf(items);
    this.stoppedBy = stoppedBy;
  }

  /**
   * Returns the outcome of each resource.
   *
   * @return the outcomes, in the order in which the desired states were given; unmodifiable
   */
  public List<EnsuredItem<C, T>> items() {
    return items;
  }

  /**
   * Returns the resources with a given status.
   *
   * @param status the status
   * @return their outcomes, in the order in which the desired states were given
   */
  public List<EnsuredItem<C, T>> items(Status status) {
    Objects.requireNonNull(status, "status is null: give one such as Status.FAILED");
    return items.stream().filter(item -> item.status() == status).toList();
  }

  /**
   * Returns whether all resources are in their desired states.
   *
   * @return true if every status is {@linkplain Status#isSettled() settled}
   */
  public boolean isComplete() {
    return items.stream().allMatch(item -> item.status().isSettled());
  }

  /**
   * Returns the exception that ended the run early.
   *
   * @return a failure that would have affected the remaining resources as well; empty if all were
   *     tried
   */
  public Optional<RuntimeException> stoppedBy() {
    return Optional.ofNullable(stoppedBy);
  }

  /**
   * Returns the desired states that were not reached, or perhaps not. Pass them to {@code
   * ensureAll} again once the cause is gone; those that have been reached in the meantime are not
   * written again.
   *
   * @return the desired states as given, in their order; empty if {@link #isComplete()}
   */
  public List<C> left() {
    return items.stream()
        .filter(item -> !item.status().isSettled())
        .map(EnsuredItem::wanted)
        .toList();
  }

  /**
   * Returns the resources, or throws the first failure. The exception concerns one resource only:
   * {@link #items()} tells what was done to the others.
   *
   * @return the current state of each resource, in the order in which the desired states were given
   * @throws RuntimeException the failure of the first resource that failed
   */
  public List<T> valuesOrThrow() {
    return items.stream().map(EnsuredItem::valueOrThrow).toList();
  }

  /** Returns one line per resource. */
  @Override
  public String toString() {
    return items.stream().map(EnsuredItem::toString).collect(Collectors.joining("\n"));
  }
}
