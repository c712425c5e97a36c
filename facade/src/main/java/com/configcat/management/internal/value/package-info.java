/** Changes values of flags so that nothing is lost, done twice, or taken from somebody else. */
@NullMarked
package com.configcat.management.internal.value;

import org.jspecify.annotations.NullMarked;
