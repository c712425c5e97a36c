/** Serves the operations of the API from the state. */
@NullMarked
package com.configcat.management.fake.internal.endpoints;

import org.jspecify.annotations.NullMarked;
