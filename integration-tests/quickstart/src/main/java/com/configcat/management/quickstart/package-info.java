/** The first example, on the fake, on a mock server or on the real service. */
@NullMarked
package com.configcat.management.quickstart;

import org.jspecify.annotations.NullMarked;
