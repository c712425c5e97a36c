/** Meters and spans of calls, as tools of operations get them. */
@org.jspecify.annotations.NullMarked
package com.configcat.management.it.micrometer;
