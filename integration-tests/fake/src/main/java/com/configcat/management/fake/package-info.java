/**
 * A fake of the ConfigCat Public Management API that keeps state, on loopback, with faults at will.
 */
@NullMarked
package com.configcat.management.fake;

import org.jspecify.annotations.NullMarked;
