/** Snapshots of values, conditional writes, and what becomes of them when an answer is lost. */
@NullMarked
package com.configcat.management.internal.flag;

import org.jspecify.annotations.NullMarked;
