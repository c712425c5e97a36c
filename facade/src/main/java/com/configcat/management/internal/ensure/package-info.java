/** Resources made or changed until they are as wanted. */
@NullMarked
package com.configcat.management.internal.ensure;

import org.jspecify.annotations.NullMarked;
