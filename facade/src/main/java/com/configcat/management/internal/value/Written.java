package com.configcat.management.internal.value;

/**
 * What became of a write that did not fail.
 *
 * @param before what was there
 * @param now what is there
 * @param changed false if it was as wanted already
 */
public record Written(Reading before, Reading now, boolean changed) {}
