package com.configcat.management.listener;

import java.time.Duration;

/**
 * Emitted when an operation is paused because of a response from the service; all its calls wait.
 *
 * @param call the call that got the response
 * @param duration the length of the pause, from now
 */
public record OperationPaused(CallInfo call, Duration duration) {}
