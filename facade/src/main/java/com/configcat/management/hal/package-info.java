/** Browsing the API by the links that its JSON+HAL answers carry. */
@NullMarked
package com.configcat.management.hal;

import org.jspecify.annotations.NullMarked;
