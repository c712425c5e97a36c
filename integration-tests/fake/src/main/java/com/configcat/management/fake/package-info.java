/**
 * A stand-in for the ConfigCat Public Management API that keeps state, on loopback, with faults on
 * demand.
 */
@NullMarked
package com.configcat.management.fake;

import org.jspecify.annotations.NullMarked;
