package com.configcat.management.error;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service said when it refused.
 *
 * @param statusCode the HTTP status
 * @param serverMessage the message in its body, in one line
 * @param fieldErrors messages by the name of the field they are about, as the service spells it
 * @param rawBody the body as it came, up to 64 KiB, with secrets masked
 * @param retryAfter how long to wait, if the service said so
 * @param quotaRemaining how many calls of the operation are left in the longest period, if the
 *     service said so
 * @param quotaReset when that period ends, if the service said so
 */
public record Answer(
    int statusCode,
    Optional<String> serverMessage,
    Map<String, List<String>> fieldErrors,
    String rawBody,
    Optional<Duration> retryAfter,
    Optional<Integer> quotaRemaining,
    Optional<Instant> quotaReset) {}
