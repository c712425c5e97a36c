/** Brings the pinned document up to date. */
@NullMarked
package com.configcat.management.openapi.refresh;

import org.jspecify.annotations.NullMarked;
