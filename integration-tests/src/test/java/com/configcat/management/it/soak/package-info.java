/** Many threads, for long, on a service that fails often: nothing leaks, no write is lost. */
@NullMarked
package com.configcat.management.it.soak;

import org.jspecify.annotations.NullMarked;
