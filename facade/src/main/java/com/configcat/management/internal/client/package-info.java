/** Assembly of the client. */
@NullMarked
package com.configcat.management.internal.client;

import org.jspecify.annotations.NullMarked;
