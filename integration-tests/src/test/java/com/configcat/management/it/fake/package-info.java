/** Tests of the fake service. */
@NullMarked
package com.configcat.management.it.fake;

import org.jspecify.annotations.NullMarked;
