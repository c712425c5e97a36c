/** From an answer to an exception. */
@NullMarked
package com.configcat.management.internal.error;

import org.jspecify.annotations.NullMarked;
