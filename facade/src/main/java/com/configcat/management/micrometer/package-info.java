/**
 * Meters and spans of calls, by <a href="https://micrometer.io">Micrometer</a>, which is an
 * optional dependency.
 *
 * <p>{@link com.configcat.management.micrometer.CallObservationListener} observes calls and their
 * attempts; {@link com.configcat.management.micrometer.CallMeterListener} counts what has no
 * beginning and end: waits, retries, pauses, and what is left of the quota.
 */
@NullMarked
package com.configcat.management.micrometer;

import org.jspecify.annotations.NullMarked;
