/** What time it is, and waiting. */
@NullMarked
package com.configcat.management.internal.time;

import org.jspecify.annotations.NullMarked;
