/** Resources by name or key. */
@NullMarked
package com.configcat.management.internal.find;

import org.jspecify.annotations.NullMarked;
