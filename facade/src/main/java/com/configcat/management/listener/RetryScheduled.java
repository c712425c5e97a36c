package com.configcat.management.listener;

import java.time.Duration;

/**
 * Another attempt is going to be made.
 *
 * @param call which
 * @param attempt the one that ended, 1 for the first
 * @param reason why it is repeated
 * @param delay before it stands in line again
 */
public record RetryScheduled(CallInfo call, int attempt, RetryReason reason, Duration delay) {}
