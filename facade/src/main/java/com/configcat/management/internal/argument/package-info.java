/** Checks of arguments before anything is sent. */
@NullMarked
package com.configcat.management.internal.argument;

import org.jspecify.annotations.NullMarked;
