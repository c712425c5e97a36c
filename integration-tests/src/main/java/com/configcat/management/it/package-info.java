/** Contract tests, and what they run on. */
@NullMarked
package com.configcat.management.it;

import org.jspecify.annotations.NullMarked;
