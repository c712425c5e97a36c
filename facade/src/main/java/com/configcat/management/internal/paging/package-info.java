/** Lists that the service cuts into pages. */
@NullMarked
package com.configcat.management.internal.paging;

import org.jspecify.annotations.NullMarked;
