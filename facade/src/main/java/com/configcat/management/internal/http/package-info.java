/** What stands between a call and the network. */
@NullMarked
package com.configcat.management.internal.http;

import org.jspecify.annotations.NullMarked;
