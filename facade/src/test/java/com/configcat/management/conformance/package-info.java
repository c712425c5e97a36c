/** The conformance vectors, run against this client. */
@NullMarked
package com.configcat.management.conformance;

import org.jspecify.annotations.NullMarked;
