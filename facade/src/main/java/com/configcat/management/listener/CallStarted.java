package com.configcat.management.listener;

/**
 * Emitted when a call starts, before it waits for anything.
 *
 * @param call the call
 */
public record CallStarted(CallInfo call) {}
