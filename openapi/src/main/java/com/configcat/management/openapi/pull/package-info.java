/** Pulls the live document. */
@NullMarked
package com.configcat.management.openapi.pull;

import org.jspecify.annotations.NullMarked;
