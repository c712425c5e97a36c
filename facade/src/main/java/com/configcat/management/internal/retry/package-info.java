/** Whether and when an attempt is repeated. */
@NullMarked
package com.configcat.management.internal.retry;

import org.jspecify.annotations.NullMarked;
