package com.configcat.management.internal.error;

import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.CaseMismatchException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.error.NotFoundException;
import java.util.Set;

/** Tells failures of one of many items from those that would affect the others as well. */
public final class FailureScope {
  private static final Set<Class<? extends RuntimeException>> OF_ONE =
      Set.of(
          AmbiguousMatchException.class,
          BadRequestException.class,
          CaseMismatchException.class,
          ConflictException.class,
          DecodingException.class,
          ImmutablePropertyException.class,
          NotFoundException.class);

  private FailureScope() {}

  /** Returns whether the other items would fail the same way, so that a run should end. */
  public static boolean affectsOthers(RuntimeException failure) {
    return OF_ONE.stream().noneMatch(type -> type.isInstance(failure));
  }
}
