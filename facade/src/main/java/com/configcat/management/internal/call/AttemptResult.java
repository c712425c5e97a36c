package com.configcat.management.internal.call;

import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.retry.AttemptOutcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt brought.
 *
 * @param <R> what an answer is
 * @param outcome how it ended
 * @param status of the answer; null if there was no whole one
 * @param mayHaveBeenApplied whether the service may have done what was asked, if it is no success
 * @param answer null if there was none that could be read
 * @param failure makes what to throw of it, if it is no success
 */
record AttemptResult<R>(
    AttemptOutcome outcome,
    @Nullable Integer status,
    boolean mayHaveBeenApplied,
    @Nullable R answer,
    Function<FailureContext, Throwable> failure) {}
