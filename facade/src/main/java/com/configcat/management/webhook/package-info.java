/**
 * Verifies webhook requests sent by the service, and reads the changes that they report.
 *
 * <p>Null arguments throw a {@link NullPointerException} unless marked nullable.
 */
@NullMarked
package com.configcat.management.webhook;

import org.jspecify.annotations.NullMarked;
