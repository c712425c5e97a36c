/** Comparison, differences and alignment of JSON, and the JSON formats of values. */
@NullMarked
package com.configcat.management.internal.json;

import org.jspecify.annotations.NullMarked;
