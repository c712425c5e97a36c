/**
 * Implements {@link com.configcat.management.flag.Flag}: snapshots, conditional writes, and
 * recovery from lost responses.
 */
@NullMarked
package com.configcat.management.internal.flag;

import org.jspecify.annotations.NullMarked;
