/** Decides whether a document can be used. */
@NullMarked
package com.configcat.management.openapi.check;

import org.jspecify.annotations.NullMarked;
