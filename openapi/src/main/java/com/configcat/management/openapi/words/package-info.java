/** Finds where a document lacks words and examples, and supplies what can be told from others. */
@NullMarked
package com.configcat.management.openapi.words;

import org.jspecify.annotations.NullMarked;
