/** Telling listeners, and the log. */
@NullMarked
package com.configcat.management.internal.listener;

import org.jspecify.annotations.NullMarked;
