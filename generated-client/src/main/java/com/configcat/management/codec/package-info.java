/** Conversion of models and parameters to and from their wire format. */
@NullMarked
package com.configcat.management.codec;

import org.jspecify.annotations.NullMarked;
