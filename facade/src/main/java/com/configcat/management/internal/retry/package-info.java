/** The decision whether and when to retry an attempt. */
@NullMarked
package com.configcat.management.internal.retry;

import org.jspecify.annotations.NullMarked;
