package com.configcat.management.it.tasks;

import com.configcat.management.fake.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What can go wrong at a step. */
@SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
enum FaultKind {
  CLOSED_BEFORE(scene -> List.of(Fault.closeBefore())),
  UNAVAILABLE_BEFORE(scene -> List.of(Fault.statusBefore(503))),
  RATE_LIMITED_BEFORE(scene -> List.of(rateLimited())),
  CLOSED_AFTER(scene -> List.of(Fault.closeAfter())),
  UNAVAILABLE_AFTER(scene -> List.of(Fault.statusAfter(503))),
  /** It is done, and the answer is empty. */
  EMPTY_AFTER(scene -> List.of(Fault.statusAfter(200))),
  CONCURRENT_WRITE(scene -> List.of(Fault.between(scene.concurrentWrite()))),
  /** The answer is lost, and another writer comes before anyone can look. */
  CLOSED_AFTER_THEN_CONCURRENT_WRITE(
      scene -> List.of(Fault.closeAfter(), Fault.between(scene.concurrentWrite()))),
  /** The request is lost, and another writer comes before anyone can look. */
  CLOSED_BEFORE_THEN_CONCURRENT_WRITE(
      scene -> List.of(Fault.closeBefore(), Fault.between(scene.concurrentWrite()))),
  /** The answer is lost, and nobody can look. */
  CLOSED_AFTER_TWICE(scene -> List.of(Fault.closeAfter(), Fault.closeAfter()));

  /** What happens at the step and at those after it. */
  private final Function<Scene, List<Fault>> faults;

  FaultKind(Function<Scene, List<Fault>> faults) {
    this.faults = faults;
  }

  /** The pause is what is left until then, so that it is short. */
  private static Fault rateLimited() {
    String reset = Instant.now().plusMillis(150).toString();
    return Fault.statusBefore(
        429, Map.of("X-Rate-Limit-Remaining", "0", "X-Rate-Limit-Reset", reset));
  }

  /** Lets it go wrong at a step that is still to come, counted from 1. */
  void at(int step, Scene scene) {
    int next = step;
    for (Fault fault : faults.apply(scene)) {
      scene.fake.faults().at(next++, fault);
    }
  }

  /** Whether another writer comes, if the task gets that far. */
  boolean hasConcurrentWriter() {
    return name().endsWith("CONCURRENT_WRITE");
  }
}
