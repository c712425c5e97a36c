/** Listeners for call events: attempts, waits, retries and results. */
@NullMarked
package com.configcat.management.listener;

import org.jspecify.annotations.NullMarked;
