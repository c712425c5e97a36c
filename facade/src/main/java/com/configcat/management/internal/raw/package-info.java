/** Calls that carry JSON as it is, so that nothing that the models do not know is lost. */
@NullMarked
package com.configcat.management.internal.raw;

import org.jspecify.annotations.NullMarked;
