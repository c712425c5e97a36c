/** From an answer to a model. */
@NullMarked
package com.configcat.management.internal.codec;

import org.jspecify.annotations.NullMarked;
