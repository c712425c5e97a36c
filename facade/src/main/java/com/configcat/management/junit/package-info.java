/** An extension for JUnit 5; needs {@code junit-jupiter-api}, which this library does not bring. */
@NullMarked
package com.configcat.management.junit;

import org.jspecify.annotations.NullMarked;
