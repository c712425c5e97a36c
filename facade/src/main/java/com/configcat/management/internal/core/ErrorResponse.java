package com.configcat.management.internal.core;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error response, parsed.
 *
 * @param serverMessage the message of the body, on one line; null if there is none
 * @param fieldErrors messages by field name, as the service spells it
 * @param rawBody the body, up to 64 KiB, with secrets masked
 */
public record ErrorResponse(
    ResponseFacts facts,
    @Nullable String serverMessage,
    Map<String, List<String>> fieldErrors,
    String rawBody)
    implements Serializable {}
