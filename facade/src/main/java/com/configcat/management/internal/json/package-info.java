/** Differences, alignment and equality of JSON. */
@NullMarked
package com.configcat.management.internal.json;

import org.jspecify.annotations.NullMarked;
