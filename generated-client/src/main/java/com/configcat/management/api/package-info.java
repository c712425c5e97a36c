/**
 * The Retrofit interfaces of the API, one a tag, generated from its OpenAPI document.
 *
 * <p>For each operation: a method with what it needs, one that also takes an options object where
 * there are optional parameters, and one ending in {@code WithAll} that Retrofit reads and that may
 * change with every release of the service.
 */
@NullMarked
package com.configcat.management.api;

import org.jspecify.annotations.NullMarked;
