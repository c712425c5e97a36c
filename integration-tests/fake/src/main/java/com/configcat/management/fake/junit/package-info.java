/**
 * JUnit 5 extension; requires {@code junit-jupiter-api}, and {@code configcat-management-client}
 * for who wants a client injected, which are no dependencies of the fake.
 */
@NullMarked
package com.configcat.management.fake.junit;

import org.jspecify.annotations.NullMarked;
