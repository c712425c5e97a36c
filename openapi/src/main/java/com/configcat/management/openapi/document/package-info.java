/** Reads, normalizes and walks OpenAPI documents. */
@NullMarked
package com.configcat.management.openapi.document;

import org.jspecify.annotations.NullMarked;
