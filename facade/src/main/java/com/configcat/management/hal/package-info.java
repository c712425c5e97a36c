/**
 * Reads the API as JSON+HAL, by following the links in its responses.
 *
 * <p>Null arguments throw a {@link NullPointerException} unless marked nullable.
 */
@NullMarked
package com.configcat.management.hal;

import org.jspecify.annotations.NullMarked;
