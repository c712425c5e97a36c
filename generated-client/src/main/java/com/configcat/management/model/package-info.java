/**
 * What the API takes and gives, generated from its OpenAPI document, with {@link
 * com.configcat.management.model.SettingValue} and {@link
 * com.configcat.management.model.JsonPatchOperation} written by hand.
 *
 * <p>Nullness is what the document says. Decoding does not insist on it: a property that the
 * document requires is null when a service leaves it out.
 */
@NullMarked
package com.configcat.management.model;

import org.jspecify.annotations.NullMarked;
