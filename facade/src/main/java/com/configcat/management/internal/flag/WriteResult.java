package com.configcat.management.internal.flag;

/**
 * The result of a successful write.
 *
 * @param changed false if the value already had the desired content
 */
record WriteResult(ValueSnapshot before, ValueSnapshot now, boolean changed) {}
