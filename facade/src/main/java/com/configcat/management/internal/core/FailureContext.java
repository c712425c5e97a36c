package com.configcat.management.internal.core;

import com.configcat.management.core.Operation;

/**
 * The context of a failed call, for the exception.
 *
 * @param attempts the number of attempts
 * @param requestMayHaveBeenApplied whether the service may have processed the request
 */
public record FailureContext(
    Operation operation, int attempts, boolean requestMayHaveBeenApplied) {}
