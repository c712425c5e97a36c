/**
 * JUnit 5 extension; requires {@code junit-jupiter-api}, which is not a dependency of this library.
 */
@NullMarked
package com.configcat.management.junit;

import org.jspecify.annotations.NullMarked;
