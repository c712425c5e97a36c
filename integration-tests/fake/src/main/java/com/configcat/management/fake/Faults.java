package com.configcat.management.fake;

import com.configcat.management.fake.internal.page.Overview;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The faults to come.
 *
 * <p>Requests are counted from the moment a fault is set. When several faults are due at one
 * request, the one set first happens, and the others are gone. Safe for use by several threads.
 */
public final class Faults {
  private final List<Planned> planned = new ArrayList<>();

  private static final class Planned {
    private final String operation;
    private final Fault fault;
    private final boolean once;
    private int left;

    Planned(String operation, int left, boolean once, Fault fault) {
      this.operation = operation;
      this.left = left;
      this.once = once;
      this.fault = fault;
    }
  }

  Faults() {}

  /**
   * Sets a fault for one request, of whatever operation.
   *
   * @param n 1 for the next request
   * @param fault what goes wrong
   * @return these faults
   */
  public Faults at(int n, Fault fault) {
    return plan("", n, true, fault);
  }

  /**
   * Sets a fault for one request of an operation; other requests do not count.
   *
   * @param n 1 for the next one
   * @param operation method, space, path template, for example {@code GET /v1/products}
   * @param fault what goes wrong
   * @return these faults
   */
  public Faults at(int n, String operation, Fault fault) {
    return plan(Objects.requireNonNull(operation, "operation"), n, true, fault);
  }

  /**
   * Sets a fault for all requests of an operation, until {@link #clear}.
   *
   * @param operation method, space, path template; empty for every operation
   * @param fault what goes wrong
   * @return these faults
   */
  public Faults always(String operation, Fault fault) {
    return plan(Objects.requireNonNull(operation, "operation"), 1, false, fault);
  }

  /**
   * Forgets the faults that have not happened.
   *
   * @return these faults
   */
  public synchronized Faults clear() {
    planned.clear();
    return this;
  }

  /**
   * Returns how many faults have not happened.
   *
   * @return 0 if all set by {@code at} have happened
   */
  public synchronized int waiting() {
    return planned.size();
  }

  private synchronized Faults plan(String operation, int n, boolean once, Fault fault) {
    if (n < 1) {
      throw new IllegalArgumentException("Requests are counted from 1, not from " + n);
    }
    planned.add(new Planned(operation, n, once, Objects.requireNonNull(fault, "fault")));
    return this;
  }

  /** Returns those that have not happened, in the order in which they were set. */
  synchronized List<Overview.PlannedFault> planned() {
    return planned.stream()
        .map(each -> new Overview.PlannedFault(at(each), each.operation, each.fault.toString()))
        .toList();
  }

  private static String at(Planned fault) {
    if (!fault.once) {
      return "Every request";
    }
    return fault.left == 1 ? "The next request" : "Request " + fault.left + " from now";
  }

  /** Counts a request, and says what goes wrong with it. */
  synchronized Optional<Fault> next(String operation) {
    Optional<Fault> next = Optional.empty();
    for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
      Planned one = each.next();
      if (!one.operation.isEmpty() && !one.operation.equals(operation)) {
        continue;
      }
      if (one.once && --one.left > 0) {
        continue;
      }
      if (next.isEmpty()) {
        next = Optional.of(one.fault);
      }
      if (one.once) {
        each.remove();
      }
    }
    return next;
  }
}
