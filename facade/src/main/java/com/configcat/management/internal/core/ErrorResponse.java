package com.configcat.management.internal.core;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service said when it refused.
 *
 * @param statusCode the HTTP status
 * @param serverMessage the message in its body, in one line; null if there is none
 * @param fieldErrors messages by the name of the field they are about, as the service spells it
 * @param rawBody the body as it came, up to 64 KiB, with secrets masked
 * @param retryAfter how long to wait, null unless the service said so
 * @param quotaRemaining how many calls of the operation are left in the longest period, if the
 *     service said so
 * @param quotaReset when that period ends, null unless the service said so
 */
public record ErrorResponse(
    int statusCode,
    @Nullable String serverMessage,
    Map<String, List<String>> fieldErrors,
    String rawBody,
    @Nullable Duration retryAfter,
    @Nullable Integer quotaRemaining,
    @Nullable Instant quotaReset)
    implements Serializable {}
