/** Finds what a document changes for those who use the client generated from it. */
@NullMarked
package com.configcat.management.openapi.compare;

import org.jspecify.annotations.NullMarked;
