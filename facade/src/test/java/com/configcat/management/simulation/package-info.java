/** Thousands of calls against services that limit them, in virtual time. */
@NullMarked
package com.configcat.management.simulation;

import org.jspecify.annotations.NullMarked;
