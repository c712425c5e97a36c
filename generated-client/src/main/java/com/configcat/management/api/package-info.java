/**
 * Retrofit interfaces of the API, one per tag, generated from its OpenAPI document.
 *
 * <p>Each operation has a method with its required parameters; if it has optional parameters,
 * another one that also takes an options object; and one ending in {@code WithAll} that Retrofit
 * implements and that may change with every release of the service. An SDK key is an {@link
 * com.configcat.management.api.SdkKey}, except in those.
 */
@NullMarked
package com.configcat.management.api;

import org.jspecify.annotations.NullMarked;
