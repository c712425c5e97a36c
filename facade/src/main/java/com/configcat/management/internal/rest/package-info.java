/** Retrofit interfaces with JSON bodies. */
@NullMarked
package com.configcat.management.internal.rest;

import org.jspecify.annotations.NullMarked;
