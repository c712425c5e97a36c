/** Watching calls: what was sent, waited for, repeated, and how it ended. */
@NullMarked
package com.configcat.management.listener;

import org.jspecify.annotations.NullMarked;
