/** Conversion of responses and I/O failures to exceptions, and masking of secrets. */
@NullMarked
package com.configcat.management.internal.error;

import org.jspecify.annotations.NullMarked;
