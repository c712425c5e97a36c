/** The client for the ConfigCat Public Management API, and its builder. */
@NullMarked
package com.configcat.management;

import org.jspecify.annotations.NullMarked;
