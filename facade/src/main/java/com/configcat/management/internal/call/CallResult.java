package com.configcat.management.internal.call;

import com.configcat.management.internal.core.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call: an answer, a success or not, or else a failure.
 *
 * @param facts for an exception made of the answer
 */
record CallResult<R>(@Nullable R answer, @Nullable Throwable failure, FailureContext facts) {}
