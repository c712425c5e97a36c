/** Retrofit interfaces that carry JSON instead of models. */
@NullMarked
package com.configcat.management.internal.rest;

import org.jspecify.annotations.NullMarked;
