/** Reports how a document differs from the pinned one. */
@NullMarked
package com.configcat.management.openapi.drift;

import org.jspecify.annotations.NullMarked;
