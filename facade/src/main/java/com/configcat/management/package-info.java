/**
 * The client for the ConfigCat Public Management API, and its builder.
 *
 * <p>Null arguments throw a {@link NullPointerException} unless marked nullable.
 */
@NullMarked
package com.configcat.management;

import org.jspecify.annotations.NullMarked;
