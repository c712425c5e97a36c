/** The quickstart: the first example, on a mock server or on the real service. */
@NullMarked
package com.configcat.management.it;

import org.jspecify.annotations.NullMarked;
