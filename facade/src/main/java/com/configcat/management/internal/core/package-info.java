/** Preconditions and the facts of failures, which every package may name. */
@NullMarked
package com.configcat.management.internal.core;

import org.jspecify.annotations.NullMarked;
