package com.configcat.management.internal.core;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error response, parsed.
 *
 * @param serverMessage the message of the body, on one line; null if there is none
 * @param fieldErrors messages by field name, as the service spells it
 * @param rawBody the body, up to 64 KiB, with secrets masked
 * @param retryAfter the wait that the service asks for; null if none
 * @param quotaRemaining the requests left in the longest window; null if not sent
 * @param quotaReset the end of that window; null if not sent
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
