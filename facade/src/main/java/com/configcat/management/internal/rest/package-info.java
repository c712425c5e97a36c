/** Retrofit interfaces that carry JSON. */
@NullMarked
package com.configcat.management.internal.rest;

import org.jspecify.annotations.NullMarked;
