/** A call's way: attempts, and how it ends. */
@NullMarked
package com.configcat.management.internal.call;

import org.jspecify.annotations.NullMarked;
