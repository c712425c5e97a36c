package com.configcat.management.internal.call;

import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended: with an answer, or with a failure.
 *
 * @param <R> what an answer is
 * @param answer success or not; null if there is a failure
 * @param failure null if there is an answer
 * @param facts what an exception made of the answer is to know
 */
record CallResult<R>(@Nullable R answer, @Nullable Throwable failure, FailureContext facts) {}
