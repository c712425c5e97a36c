/** Tests of the fake service. */
@NullMarked
package com.configcat.management.fake;

import org.jspecify.annotations.NullMarked;
