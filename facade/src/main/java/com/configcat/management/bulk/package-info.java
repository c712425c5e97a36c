/** Replacing the values of many flags at a time, and what became of each. */
@NullMarked
package com.configcat.management.bulk;

import org.jspecify.annotations.NullMarked;
