/** Rate limiters, which decide how many requests may be sent, and when. */
@NullMarked
package com.configcat.management.ratelimit;

import org.jspecify.annotations.NullMarked;
