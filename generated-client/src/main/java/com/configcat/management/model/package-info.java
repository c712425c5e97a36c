/**
 * Models of the API, generated from its OpenAPI document; {@link
 * com.configcat.management.model.SettingValue} and {@link
 * com.configcat.management.model.JsonPatchOperation} are written by hand.
 *
 * <p>Nullability is as documented by the API, but not enforced when decoding: a required property
 * is null if the service omits it.
 */
@NullMarked
package com.configcat.management.model;

import org.jspecify.annotations.NullMarked;
