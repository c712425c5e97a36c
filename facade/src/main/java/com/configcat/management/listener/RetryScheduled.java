package com.configcat.management.listener;

import java.time.Duration;

/**
 * Emitted when another attempt is scheduled.
 *
 * @param call the call
 * @param attempt the number of the attempt that ended, 1 for the first
 * @param reason why it is retried
 * @param delay the backoff before the call is queued again; for {@link RetryReason#RATE_LIMITED},
 *     how long its operation is paused
 */
public record RetryScheduled(CallInfo call, int attempt, RetryReason reason, Duration delay) {}
