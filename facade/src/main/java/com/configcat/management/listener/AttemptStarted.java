package com.configcat.management.listener;

import java.time.Duration;

/**
 * A request is about to be sent.
 *
 * @param call which
 * @param attempt 1 for the first
 * @param waited how long the call stood in line for it, because of the rate limit or a pause
 */
public record AttemptStarted(CallInfo call, int attempt, Duration waited) {}
