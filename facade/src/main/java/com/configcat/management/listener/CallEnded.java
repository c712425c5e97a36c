package com.configcat.management.listener;

import com.configcat.management.error.ConfigCatException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call has its answer, or failed.
 *
 * @param call which
 * @param attempts how many were begun
 * @param duration from its start, waiting included
 * @param statusCode the HTTP status of the answer, success or not; null if there is none
 * @param failure why there is no answer; null if there is one, or if what was thrown is not the
 *     client's own: an interceptor's exception, a refused argument
 */
public record CallEnded(
    CallInfo call,
    int attempts,
    Duration duration,
    @Nullable Integer statusCode,
    @Nullable ConfigCatException failure) {}
