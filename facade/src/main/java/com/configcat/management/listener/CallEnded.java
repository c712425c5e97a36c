package com.configcat.management.listener;

import com.configcat.management.error.ConfigCatException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Emitted when a call ends, with a response or a failure.
 *
 * @param call the call
 * @param attempts the number of attempts started
 * @param duration the time since the call started, waiting included
 * @param statusCode the HTTP status of the response, successful or not; null if there is none
 * @param failure why there is no response; null if there is one, or if the exception is not the
 *     client's own, such as one thrown by an interceptor or for an invalid argument
 */
public record CallEnded(
    CallInfo call,
    int attempts,
    Duration duration,
    @Nullable Integer statusCode,
    @Nullable ConfigCatException failure) {}
