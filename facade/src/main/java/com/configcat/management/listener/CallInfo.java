package com.configcat.management.listener;

import com.configcat.management.core.Operation;

/**
 * Identifies the call of an event. All events of a call have the same instance.
 *
 * @param id a number unique among the calls of the client
 * @param operation the HTTP method and path template, without parameter values
 */
public record CallInfo(long id, Operation operation) {}
