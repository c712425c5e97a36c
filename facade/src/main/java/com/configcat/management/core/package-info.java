/** Types shared by all packages: call options, operations, SDK keys. */
@NullMarked
package com.configcat.management.core;

import org.jspecify.annotations.NullMarked;
