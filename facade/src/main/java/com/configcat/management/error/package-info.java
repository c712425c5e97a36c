/** Exceptions thrown by this client. */
@NullMarked
package com.configcat.management.error;

import org.jspecify.annotations.NullMarked;
