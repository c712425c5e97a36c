/** What every part of the client may name: options of calls, operations, SDK keys. */
@NullMarked
package com.configcat.management.core;

import org.jspecify.annotations.NullMarked;
