/** How models and parameters are written to the wire and read from it. */
@NullMarked
package com.configcat.management.codec;

import org.jspecify.annotations.NullMarked;
