/**
 * Types shared by all packages: call options and operations.
 *
 * <p>Null arguments throw a {@link NullPointerException} unless marked nullable.
 */
@NullMarked
package com.configcat.management.core;

import org.jspecify.annotations.NullMarked;
