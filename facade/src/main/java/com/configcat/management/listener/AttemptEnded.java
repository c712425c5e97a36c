package com.configcat.management.listener;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request was answered, or will not be.
 *
 * @param call which
 * @param attempt 1 for the first
 * @param statusCode the HTTP status; null if there was no whole answer
 * @param duration from before it was sent
 */
public record AttemptEnded(
    CallInfo call, int attempt, @Nullable Integer statusCode, Duration duration) {}
