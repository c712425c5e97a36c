/**
 * Builders for what flags of V2 Configs serve to whom, validated before anything is sent.
 *
 * <p>Null arguments throw a {@link NullPointerException} unless marked nullable.
 */
@NullMarked
package com.configcat.management.targeting;

import org.jspecify.annotations.NullMarked;
