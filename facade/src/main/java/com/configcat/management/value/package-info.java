/** What flags serve: looked at, edited, copied between Environments, set for a while. */
@NullMarked
package com.configcat.management.value;

import org.jspecify.annotations.NullMarked;
