package com.configcat.management.error;

import com.configcat.management.Operation;

/**
 * What every exception of the client knows.
 *
 * @param operation what was called
 * @param attempts how often it was tried
 * @param requestMayHaveBeenApplied whether the service may have done it
 */
public record Failure(Operation operation, int attempts, boolean requestMayHaveBeenApplied) {}
