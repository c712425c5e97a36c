package com.configcat.management.internal.core;

import com.configcat.management.core.Operation;

/**
 * What every exception of the client knows.
 *
 * @param operation what was called
 * @param attempts how often it was tried
 * @param requestMayHaveBeenApplied whether the service may have done it
 */
public record FailureContext(
    Operation operation, int attempts, boolean requestMayHaveBeenApplied) {}
