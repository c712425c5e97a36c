package com.configcat.management.listener;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Emitted when an attempt ends, with or without a response.
 *
 * @param call the call
 * @param attempt the number of the attempt, 1 for the first
 * @param statusCode the HTTP status; null if there was no complete response
 * @param duration the time since just before the request was sent
 * @param quotaRemaining how many calls of the operation the service still allows in its longest
 *     quota period; null if the response does not say, or there is none
 */
public record AttemptEnded(
    CallInfo call,
    int attempt,
    @Nullable Integer statusCode,
    Duration duration,
    @Nullable Integer quotaRemaining) {}
