package com.configcat.management.internal.flag;

/**
 * What became of a write that did not fail.
 *
 * @param before what was there
 * @param now what is there
 * @param changed false if it was as wanted already
 */
record WriteResult(ValueSnapshot before, ValueSnapshot now, boolean changed) {}
