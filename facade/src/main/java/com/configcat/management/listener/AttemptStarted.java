package com.configcat.management.listener;

import java.time.Duration;

/**
 * Emitted when a request is about to be sent.
 *
 * @param call the call
 * @param attempt the number of the attempt, 1 for the first
 * @param waited how long the call was queued for this attempt because of the rate limit or a pause
 */
public record AttemptStarted(CallInfo call, int attempt, Duration waited) {}
