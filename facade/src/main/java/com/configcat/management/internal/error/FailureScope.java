package com.configcat.management.internal.error;

import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.CaseMismatchException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.DryRunException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.internal.core.ClientClosedException;
import java.util.Set;

/** What the failure of one of many items says about that item and about the others. */
public final class FailureScope {
  private static final Set<Class<? extends RuntimeException>> OF_ONE =
      Set.of(
          AmbiguousMatchException.class,
          BadRequestException.class,
          CaseMismatchException.class,
          ConflictException.class,
          DecodingException.class,
          DryRunException.class,
          ImmutablePropertyException.class,
          NotFoundException.class);

  private FailureScope() {}

  /** Returns whether the other items would fail the same way, so that a run should end. */
  public static boolean affectsOthers(RuntimeException failure) {
    return OF_ONE.stream().noneMatch(type -> type.isInstance(failure));
  }

  /**
   * Returns whether a write that failed may have been applied. If code of the user threw the
   * exception, such as an interceptor, the request may have been sent before.
   */
  public static boolean mayHaveBeenApplied(RuntimeException failure) {
    return failure instanceof ConfigCatException e
        ? e.requestMayHaveBeenApplied()
        : !(failure instanceof ClientClosedException);
  }
}
