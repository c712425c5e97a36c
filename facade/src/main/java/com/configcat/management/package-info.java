/** The client: how it is made, and the values it takes. */
@NullMarked
package com.configcat.management;

import org.jspecify.annotations.NullMarked;
