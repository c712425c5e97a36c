package com.configcat.management.listener;

import com.configcat.management.core.Operation;

/**
 * Which call an event is about.
 *
 * @param id a number that no other call of the client has
 * @param operation HTTP method and path template, without the parameters' values
 */
public record CallInfo(long id, Operation operation) {}
