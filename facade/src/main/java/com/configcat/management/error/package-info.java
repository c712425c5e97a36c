/** What goes wrong, one class a reason. */
@NullMarked
package com.configcat.management.error;

import org.jspecify.annotations.NullMarked;
