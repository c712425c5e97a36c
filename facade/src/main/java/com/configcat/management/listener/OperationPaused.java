package com.configcat.management.listener;

import java.time.Duration;

/**
 * The service asked to leave an operation alone for some time; all its calls wait.
 *
 * @param call the one that was told
 * @param duration from now
 */
public record OperationPaused(CallInfo call, Duration duration) {}
