/** Benchmarks of the client beside plain Retrofit and hand-written code; see PERFORMANCE.md. */
@NullMarked
package com.configcat.management.it.bench;

import org.jspecify.annotations.NullMarked;
