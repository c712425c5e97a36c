/** Types that every package may use: preconditions, hashes, and the context of failures. */
@NullMarked
package com.configcat.management.internal.core;

import org.jspecify.annotations.NullMarked;
