/** JSON of the values that models are made of; for generated code, not for users. */
@NullMarked
package com.configcat.management.codec.internal;

import org.jspecify.annotations.NullMarked;
