package com.configcat.management.internal.call;

import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.retry.AttemptOutcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt brought.
 *
 * @param answer null if there is none that could be read
 * @param failure makes the exception to throw if there is no answer, or as a cause
 */
record AttemptResult<R>(
    AttemptOutcome outcome, @Nullable R answer, Function<FailureContext, Throwable> failure) {}
